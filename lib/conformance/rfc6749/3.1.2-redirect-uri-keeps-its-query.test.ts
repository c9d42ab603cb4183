import { expect, test } from 'vitest'
import { CALLBACK, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { authorizePath, locationOf, testBrowser } from '@/lib/testing/front-channel'

const withQuery = `${CALLBACK}?t=1&u=a%20b`
const server = await createTestAuthorizationServer({
  clients: [
    {
      client_id: 'query',
      redirect_uris: [withQuery],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'client_secret_basic',
      scope: 'photos.read',
    },
  ],
})

test('[AUT-08] MUST retain the registered query, and append the response to it', async () => {
  const location = await testBrowser(server).grant({ client_id: 'query', redirect_uri: withQuery })
  expect(location.href.startsWith(`${withQuery}&code=`)).toBe(true)
  expect(location.searchParams.get('state')).toBe('xyz')
})

test('[AUT-08] MUST retain it in error responses', async () => {
  const path = authorizePath({ client_id: 'query', redirect_uri: withQuery, response_type: null })
  expect(locationOf(await server.request(path)).startsWith(`${withQuery}&error=invalid_request&`)).toBe(true)
})

test.each(['#x', '#'])('[AUT-09] MUST NOT take a redirect_uri with the fragment %s', async (fragment) => {
  const response = await server.request(authorizePath({ redirect_uri: CALLBACK + fragment }))
  expect(response.status).toBe(400)
  expect(response.headers.get('location')).toBeNull()
})
