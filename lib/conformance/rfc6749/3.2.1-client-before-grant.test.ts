import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[TOK-08] MUST authenticate the client before it looks at the grant', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as)
  expect(await outcome(await as.form('/token', request, basic('web', 'wrong')))).toBe('401 invalid_client')
  expect((await as.form('/token', request, basic('web'))).status).toBe(200)
  const bogus = { ...request, grant_type: 'magic' }
  expect(await outcome(await as.form('/token', bogus, basic('web', 'wrong')))).toBe('401 invalid_client')
})
