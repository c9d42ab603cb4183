import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, register } from '@/lib/testing/back-channel'

test('[GEN-12] MUST use only the allowed characters in errors, whatever was sent', async () => {
  const as = await createTestAuthorizationServer()

  const hostile = '"\\\r\nSet-Cookie: a=b é'
  const attempts = [
    as.form('/token', { grant_type: hostile }, basic('web')),
    as.form('/token', { ...(await codeRequest(as)), resource: hostile }, basic('web')),
    as.form('/token', { [hostile]: 'a' }, basic('nobody')),
    as.form(
      '/token',
      [
        [hostile, 'a'],
        [hostile, 'b'],
      ],
      basic('web'),
    ),
    register(as, { redirect_uris: [hostile] }),
  ]
  for (const response of await Promise.all(attempts)) {
    const { error, error_description } = await response.json()
    expect(`${error}${error_description}`).toMatch(/^[\x20\x21\x23-\x5B\x5D-\x7E]+$/)
    expect(response.headers.get('set-cookie')).toBeNull()
  }
})
