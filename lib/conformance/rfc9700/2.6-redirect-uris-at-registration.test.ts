import { expect, test } from 'vitest'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'

async function register(redirect_uri: string, application_type = 'web') {
  const server = await createTestAuthorizationServer({ policy: { openRegistration: true } })
  const response = await server.request('/register', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ redirect_uris: [redirect_uri], application_type }),
  })
  const body: { error?: string } = await response.json()
  return { status: response.status, error: body.error }
}

test.each([`${TEST_ORIGINS.client}/other`, 'http://127.0.0.1:9/cb', 'http://[::1]:9/cb', 'http://localhost:9/cb'])(
  '[AUT-10] MAY register http on loopback: %s',
  async (uri) => {
    expect(await register(uri)).toEqual({ status: 201, error: undefined })
  },
)

test.each(['http://c.test/cb', 'http://192.168.0.1/cb', 'http://127.0.0.1.evil.test/cb'])(
  '[AUT-10] MUST NOT register http anywhere else: %s',
  async (uri) => {
    expect(await register(uri)).toEqual({ status: 400, error: 'invalid_redirect_uri' })
  },
)

test.each([`${TEST_ORIGINS.client}/cb#x`, `${TEST_ORIGINS.client}/cb#`, '/cb', 'cb'])(
  '[AUT-09] MUST NOT register %s: not absolute, or with a fragment',
  async (uri) => {
    expect(await register(uri)).toEqual({ status: 400, error: 'invalid_redirect_uri' })
  },
)

test.each(['myapp:/cb', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])(
  '[AUT-11] SHOULD NOT register %s, for a native application neither',
  async (uri) => {
    expect(await register(uri, 'native')).toEqual({ status: 400, error: 'invalid_redirect_uri' })
    expect(await register(uri)).toEqual({ status: 400, error: 'invalid_redirect_uri' })
  },
)
