import { expect, test } from 'vitest'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { authorizePath, pageName, testBrowser } from '@/lib/testing/front-channel'

const server = await createTestAuthorizationServer({
  clients: [
    {
      client_id: 'desktop',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      redirect_uris: ['http://localhost:8000/cb?x=1'],
      scope: 'photos.read',
    },
    {
      client_id: 'loopback-web',
      application_type: 'web',
      grant_types: ['authorization_code'],
      redirect_uris: ['http://127.0.0.1:8443/cb', 'http://localhost:8443/cb'],
      scope: 'photos.read',
    },
  ],
})

const ask = (client_id: string, redirect_uri: string) => server.request(authorizePath({ client_id, redirect_uri }))

test.each([
  ['native', 'http://127.0.0.1/cb'],
  ['native', 'http://127.0.0.1:51004/cb'],
  ['native', 'http://127.0.0.1:1/cb'],
  ['native', 'http://[::1]:51004/cb'],
  ['desktop', 'http://localhost:51004/cb?x=1'],
])('[AUT-06] MUST take for %s the redirect_uri %s', async (client, uri) => {
  expect(await pageName(await ask(client, uri))).toBe('login')
})

test.each([
  ['native', 'http://127.0.0.1:51004/other'],
  ['native', 'http://127.0.0.1:51004/cb/'],
  ['native', 'http://127.0.0.1:51004/cb?x=1'],
  ['native', 'https://127.0.0.1:51004/cb'],
  ['native', 'http://localhost:51004/cb'],
  ['native', 'http://127.1:51004/cb'],
  ['native', 'http://127.000.000.001:51004/cb'],
  ['native', 'http://2130706433:51004/cb'],
  ['native', 'HTTP://127.0.0.1:51004/cb'],
  ['native', 'http://127.0.0.1:51004@evil.test/cb'],
  ['native', 'http://127.0.0.1:1:2/cb'],
  ['native', 'http://127.0.0.1:99999/cb'],
  ['native', 'http://127.0.0.1:/cb'],
  ['native', 'http://127.0.0.1.evil.test:51004/cb'],
  ['native', 'http://0.0.0.0:51004/cb'],
  ['native', 'http://[::2]:51004/cb'],
  ['native', 'com.example.app:/cb'],
  ['native', 'myapp:/cb'],
  ['desktop', 'http://127.0.0.1:8000/cb?x=1'],
  ['desktop', 'http://localhost:8000/cb?x=2'],
])('[AUT-06] MUST refuse for %s the redirect_uri %s', async (client, uri) => {
  const response = await ask(client, uri)
  expect(response.status).toBe(400)
  expect(response.headers.get('location')).toBeNull()
})

test.each([
  ['loopback-web', 'http://127.0.0.1:51004/cb'],
  ['loopback-web', 'http://localhost:51004/cb'],
  ['web', `${TEST_ORIGINS.client.replace('3003', '51004')}/callback`],
])('[AUT-07] MUST NOT let the port vary for the web application %s: %s', async (client, uri) => {
  expect((await ask(client, uri)).status).toBe(400)
})

test('[AUT-06] MUST answer to the port that was asked for', async () => {
  const location = await testBrowser(server).grant({ client_id: 'native', redirect_uri: 'http://[::1]:51004/cb' })
  expect(location.href).toMatch(/^http:\/\/\[::1\]:51004\/cb\?code=/)
})
