import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { authorizePath } from '@/lib/testing/front-channel'

const server = await createTestAuthorizationServer()
const headers = { origin: 'http://localhost:3003' }

test.each(['/authorize', '/login', '/consent', '/logout'])(
  '[GEN-15] MUST NOT let other origins read %s',
  async (path) => {
    const preflight = await server.request(path, {
      method: 'OPTIONS',
      headers: { ...headers, 'access-control-request-method': 'POST' },
    })
    const got = await server.request(path === '/authorize' ? authorizePath() : path, { headers })
    for (const response of [preflight, got]) {
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
    }
  },
)
