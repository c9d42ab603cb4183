import { generateKeyPair, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { handleClient } from '@/lib/client/handler'
import { CLIENT_ORIGINS, testClient } from '@/lib/testing/client'
import { testOpenIdClient } from '@/lib/testing/openid-client'

function present(body: string, contentType = 'application/json'): Request {
  const headers = { 'content-type': contentType }
  return new Request(`${CLIENT_ORIGINS.client}/login/token`, { method: 'POST', headers, body })
}

test('MUST NOT take a genuine access token for a login: its audience is another', async () => {
  const client = await testOpenIdClient()
  const token = await client.idToken({ aud: CLIENT_ORIGINS.resource, client_id: 'photo-editor', nonce: undefined })
  const response = await handleClient(present(JSON.stringify({ id_token: token })), client.env)
  expect(response.status).toBe(401)
  expect(response.headers.has('set-cookie')).toBe(false)
  expect(client.failed()).toEqual(['id-token.audience'])
  expect(client.sent).toEqual([])
})

test('MUST NOT take an opaque token, or one somebody else signed', async () => {
  const client = await testOpenIdClient()
  const { privateKey } = await generateKeyPair('ES256')
  const now = Math.floor(client.env.now() / 1000)
  const forged = await new SignJWT({ sub: 'alice', iat: now, exp: now + 60 })
    .setIssuer(CLIENT_ORIGINS.issuer)
    .setAudience('photo-editor')
    .setProtectedHeader({ alg: 'ES256', kid: 'signer' })
    .sign(privateKey)
  for (const token of ['opaque', forged]) {
    const response = await handleClient(present(JSON.stringify({ id_token: token })), client.env)
    expect(response.status).toBe(401)
  }
  expect(client.failed()).toEqual(['id-token.well-formed', 'id-token.signature'])
  expect(await client.store.find('sessions', {})).toEqual([])
})

test('takes an ID token that was made for this application', async () => {
  const client = await testOpenIdClient()
  const response = await handleClient(present(JSON.stringify({ id_token: await client.idToken() })), client.env)
  expect(await response.json()).toEqual({ user: 'Alice Liddell' })
})

test.each([
  ['a form, which any page can send', 'id_token=x', 'application/x-www-form-urlencoded'],
  ['text, which any page can send', '{"id_token":"x"}', 'text/plain'],
  ['no JSON', 'x', 'application/json'],
  ['no token', '{}', 'application/json'],
])('MUST NOT read %s', async (_what, body, type) => {
  const client = await testOpenIdClient()
  const response = await handleClient(present(body, type), client.env)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: 'invalid_request' })
})

test('MUST NOT sign in whoever brings an access token, even one that opens photos', async () => {
  const client = await testOpenIdClient()
  const response = await handleClient(present('{"access_token":"access-1"}'), client.env)
  expect(response.status).toBe(401)
  expect(client.failed()).toEqual(['login.proof'])
  expect(client.sent).toEqual([])
  expect(await client.store.find('sessions', {})).toEqual([])
})

test('the learner sees the mistake where the policy makes it: whoever has the token is its user', async () => {
  const { env, store } = await testClient({ policy: { accessTokenLogin: true } })
  const response = await handleClient(present('{"access_token":"access-1"}'), env)
  expect(await response.json()).toEqual({ user: 'alice' })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const page = await handleClient(new Request(`${CLIENT_ORIGINS.client}/photos`, { headers: { cookie } }), env)
  expect(await page.text()).toContain('Pool of tears')
  expect(await store.find('identities', { subject: 'alice' })).toHaveLength(1)
})

test('an access token that opens nothing signs nobody in, under any policy', async () => {
  const refused = () => Response.json({ error: 'invalid_token' }, { status: 401 })
  const answers = { [`GET ${CLIENT_ORIGINS.resource}/photos`]: refused }
  const { env, store } = await testClient({ policy: { accessTokenLogin: true }, answers })
  expect((await handleClient(present('{"access_token":"made-up"}'), env)).status).toBe(401)
  expect(await store.find('sessions', {})).toEqual([])
})

test('on her phone, Alice finds connected what she connected in the browser', async () => {
  const client = await testOpenIdClient()
  await client.connect()
  await handleClient(present(JSON.stringify({ id_token: await client.idToken() })), client.env)
  const tokens = await client.store.find('tokens', { access_token: 'access-1' })
  expect(tokens.map(({ refresh_token }) => refresh_token)).toEqual(['refresh-1', null])
})
