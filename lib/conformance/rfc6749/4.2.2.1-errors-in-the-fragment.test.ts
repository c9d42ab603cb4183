import { expect, test } from 'vitest'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { authorizePath, locationOf, testBrowser } from '@/lib/testing/front-channel'

const client = {
  client_id: 'implicit-app',
  token_endpoint_auth_method: 'none',
  grant_types: ['implicit'],
  response_types: ['token'],
  redirect_uris: [`${TEST_ORIGINS.client}/spa/callback`],
  scope: 'photos.read',
}
const request = { response_type: 'token', client_id: 'implicit-app', redirect_uri: client.redirect_uris[0] ?? '' }
const as = await createTestAuthorizationServer({ preset: 'rfc6749', clients: [client] })

const errorIn = (location: string) => {
  const { search, hash } = new URL(location)
  expect(search).toBe('')
  return Object.fromEntries(new URLSearchParams(hash.slice(1)))
}

test.each([
  ['a scope the client may not have', { scope: 'usage.read' }, 'invalid_scope'],
  ['a response in the query', { response_mode: 'query' }, 'invalid_request'],
  ['a client without this grant', { client_id: 'spa' }, 'unauthorized_client'],
])('[AUT-30] MUST answer %s in the fragment', async (_case, changes, error) => {
  const answer = await as.request(authorizePath({ ...request, ...changes }))
  expect(errorIn(locationOf(answer))).toMatchObject({ error, state: 'xyz' })
})

test('[AUT-31] MUST refuse response_mode=query for a token', async () => {
  const answer = await as.request(authorizePath({ ...request, response_mode: 'query' }))
  expect(errorIn(locationOf(answer)).error).toBe('invalid_request')
  expect(as.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('response-mode-allowed')
})

test('[AUT-30] MUST tell in the fragment that the user said no', async () => {
  const browser = testBrowser(as)
  const login = await browser.login(await browser.authorize(request))
  const answer = await browser.decide(await browser.get(locationOf(login)), 'deny')
  expect(errorIn(locationOf(answer))).toMatchObject({ error: 'access_denied', state: 'xyz' })
})
