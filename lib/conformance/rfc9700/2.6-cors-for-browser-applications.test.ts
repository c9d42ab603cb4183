import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'

test('[GEN-16] MAY let browser applications read its answers, but never with credentials', async () => {
  const as = await createTestAuthorizationServer()

  for (const path of ['/token', '/revoke', '/register', '/jwks', '/.well-known/openid-configuration']) {
    const preflight = await as.request(path, { method: 'OPTIONS', headers: { origin: 'http://localhost:3003' } })
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-headers')).toBe('Authorization, Content-Type, DPoP')
    expect(preflight.headers.has('access-control-allow-credentials')).toBe(false)
  }
  const refusal = await as.form('/token', { grant_type: 'nonsense' }, { origin: 'https://evil.test', ...basic('web') })
  expect(refusal.headers.get('access-control-allow-origin')).toBe('*')
  expect(refusal.headers.get('access-control-expose-headers')).toContain('WWW-Authenticate')
  expect(refusal.headers.has('access-control-allow-credentials')).toBe(false)
})
