import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { authorizePath, testBrowser } from '@/lib/testing/front-channel'

test.each(['HEAD', 'OPTIONS', 'PUT', 'DELETE'])(
  '[GEN-20] SHOULD make no code and no row for %s /authorize',
  async (method) => {
    const server = await createTestAuthorizationServer()
    const browser = testBrowser(server)
    await browser.grant()
    const before = await server.store.dump()
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await server.request(authorizePath(), { method, headers: { cookie } })
    expect(response.headers.get('allow')).toMatch(/GET, POST/)
    expect(response.headers.get('location')).toBeNull()
    expect(await server.store.dump()).toEqual(before)
  },
)
