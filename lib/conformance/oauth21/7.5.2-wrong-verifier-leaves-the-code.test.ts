import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[PK-09] MUST NOT leave a code usable for long after a wrong verifier: it is not used up, and lives a minute', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as)
  const wrong = { ...request, code_verifier: 'x'.repeat(43) }
  expect(await outcome(await as.form('/token', wrong, basic('web')))).toBe('400 invalid_grant')
  expect((await as.form('/token', request, basic('web'))).status).toBe(200)
  const late = await codeRequest(as)
  await as.form('/token', { ...late, code_verifier: 'x'.repeat(43) }, basic('web'))
  as.clock.advance(60)
  expect(await outcome(await as.form('/token', late, basic('web')))).toBe('400 invalid_grant')
})
