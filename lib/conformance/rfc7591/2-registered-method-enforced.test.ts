import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[CA-12] MUST accept only the authentication method the client registered', async () => {
  const as = await createTestAuthorizationServer()

  const body = { client_id: 'web', client_secret: 'web-secret' }
  expect(await outcome(await as.form('/token', { ...(await codeRequest(as)), ...body }))).toBe('401 invalid_client')
  const request = await codeRequest(as, { client_id: 'webpost' })
  expect(await outcome(await as.form('/token', request, basic('webpost')))).toBe('401 invalid_client')
})
