import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { introspect, outcome } from '@/lib/testing/back-channel'

test('[IN-02] MUST want a token, and POST', async () => {
  const as = await createTestAuthorizationServer()

  expect(await outcome(await as.form('/introspect', {}, basic('photo-drive')))).toBe('400 invalid_request')
  const response = await as.request('/introspect?token=a', { headers: basic('photo-drive') })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('POST')
})

test('[IN-05] MUST answer the same whatever the hint says', async () => {
  const as = await createTestAuthorizationServer()

  const { access_token, refresh_token } = await as.tokens()
  for (const token of [access_token, refresh_token]) {
    const plain = await introspect(as, token)
    expect(plain.active).toBe(true)
    for (const token_type_hint of ['access_token', 'refresh_token', 'nonsense']) {
      const response = await as.form('/introspect', { token, token_type_hint }, basic('photo-drive'))
      expect(await response.json()).toEqual(plain)
    }
  }
})
