import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[CA-06] MUST answer a failed Authorization header with 401 and a Basic challenge', async () => {
  const as = await createTestAuthorizationServer()

  const response = await as.form('/token', await codeRequest(as), basic('web', 'wrong'))
  expect(await outcome(response)).toBe('401 invalid_client')
  expect(response.headers.get('www-authenticate')).toMatch(/^Basic realm="/)
})

test('[CA-07] MAY answer 401 for credentials in the body, then with a challenge too', async () => {
  const as = await createTestAuthorizationServer()

  const wrong = { client_id: 'webpost', client_secret: 'wrong' }
  const response = await as.form('/token', { ...(await codeRequest(as)), ...wrong })
  expect(await outcome(response)).toBe('401 invalid_client')
  expect(response.headers.get('www-authenticate')).toMatch(/^Basic realm="/)
})
