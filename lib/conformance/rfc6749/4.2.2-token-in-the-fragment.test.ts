import { expect, test } from 'vitest'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { testBrowser } from '@/lib/testing/front-channel'

const BACK = `${TEST_ORIGINS.client}/spa/callback`
const client = {
  client_id: 'implicit-app',
  token_endpoint_auth_method: 'none',
  grant_types: ['implicit'],
  response_types: ['token'],
  redirect_uris: [BACK],
  scope: 'photos.read photos.write',
}
const request = {
  response_type: 'token',
  client_id: 'implicit-app',
  redirect_uri: BACK,
  code_challenge: null,
  code_challenge_method: null,
}

const as = await createTestAuthorizationServer({ preset: 'rfc6749', clients: [client] })

test('[IM-01] MUST bring the token in the fragment, with its type, its lifetime and the state', async () => {
  const location = await testBrowser(as).grant(request)
  expect(`${location.origin}${location.pathname}`).toBe(BACK)
  expect(location.search).toBe('')
  const answer = Object.fromEntries(new URLSearchParams(location.hash.slice(1)))
  expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: '3600', state: 'xyz' })
  expect(answer.access_token?.length).toBeGreaterThan(20)
})

test('[IM-01] MUST say the scope when the user granted less than was asked for', async () => {
  const browser = testBrowser(as)
  const login = await browser.authorize({ ...request, scope: 'photos.read photos.write' })
  const consent = await browser.login(login)
  const page = await browser.get(consent.headers.get('location') ?? '')
  const answer = await browser.decide(page, 'approve', ['photos.read'])
  const { hash } = new URL(answer.headers.get('location') ?? '')
  expect(new URLSearchParams(hash.slice(1)).get('scope')).toBe('photos.read')
})

test('[IM-02] MUST give no refresh token', async () => {
  const { hash } = await testBrowser(as).grant({ ...request, scope: 'photos.read' })
  expect(new URLSearchParams(hash.slice(1)).has('refresh_token')).toBe(false)
  expect(await as.store.find('refresh_tokens', {})).toEqual([])
})

test('a grant of its own stands behind the token, and the token can be revoked with it', async () => {
  const { hash } = await testBrowser(as).grant(request)
  const token = new URLSearchParams(hash.slice(1)).get('access_token') ?? ''
  expect(await as.store.find('grants', { grant_type: 'implicit' })).not.toEqual([])
  expect((await as.form('/revoke', { token, client_id: 'implicit-app' })).status).toBe(200)
})
