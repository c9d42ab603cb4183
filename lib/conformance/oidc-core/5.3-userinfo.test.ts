import { expect, test } from 'vitest'
import { parseChallenge } from '@/lib/oauth/www-authenticate'
import { createOpenIdProvider, logIn, verifiedIdToken } from '@/lib/testing/openid'

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const challengeOf = (response: Response) => parseChallenge(response.headers.get('www-authenticate') ?? '')

test('[OID-12] MUST answer by GET and by POST, with the sub of the ID token', async () => {
  const as = await createOpenIdProvider()
  const { access_token, id_token } = await logIn(as)
  const { claims } = await verifiedIdToken(as, id_token)
  const answers = [
    await as.request('/userinfo', { headers: bearer(access_token) }),
    await as.request('/userinfo', { method: 'POST', headers: bearer(access_token) }),
    await as.form('/userinfo', { access_token }),
  ]
  for (const answer of answers) {
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    expect(await answer.json()).toEqual({ sub: claims.sub })
  }
})

test('[OID-12] works the same with an opaque access token', async () => {
  const as = await createOpenIdProvider({ policy: { accessTokenFormat: 'opaque' } })
  const { access_token } = await logIn(as)
  expect((await as.request('/userinfo', { headers: bearer(access_token) })).status).toBe(200)
})

test('[OID-13] MUST challenge a request without a token, and name no error', async () => {
  const as = await createOpenIdProvider()
  const response = await as.request('/userinfo')
  expect(response.status).toBe(401)
  expect(challengeOf(response)).toEqual({ scheme: 'Bearer', parameters: { realm: 'UserInfo' } })
})

test('[OID-13] MUST NOT read a token from the URL', async () => {
  const as = await createOpenIdProvider()
  const { access_token } = await logIn(as)
  expect((await as.request(`/userinfo?access_token=${access_token}`)).status).toBe(401)
})

test.each([
  ['unknown', async () => 'no-such-token'],
  ['an ID token', async (tokens: { id_token?: string }) => tokens.id_token ?? ''],
  ['a refresh token', async (tokens: { refresh_token?: string }) => tokens.refresh_token ?? ''],
] as const)('[OID-13] MUST answer 401 invalid_token to %s', async (_what, choose) => {
  const as = await createOpenIdProvider()
  const token = await choose(await logIn(as))
  const response = await as.request('/userinfo', { headers: bearer(token) })
  expect(response.status).toBe(401)
  expect(challengeOf(response)?.parameters.error).toBe('invalid_token')
})

test('[OID-13] MUST answer 401 invalid_token once the access token has expired', async () => {
  const as = await createOpenIdProvider()
  const { access_token } = await logIn(as)
  as.clock.advance(601)
  const response = await as.request('/userinfo', { headers: bearer(access_token) })
  expect(challengeOf(response)?.parameters.error).toBe('invalid_token')
})

test('[OID-13] MUST answer 403 insufficient_scope to a token without openid', async () => {
  const as = await createOpenIdProvider()
  const { access_token } = await logIn(as, { scope: 'photos.read' })
  const response = await as.request('/userinfo', { headers: bearer(access_token) })
  expect(response.status).toBe(403)
  expect(challengeOf(response)?.parameters).toMatchObject({ error: 'insufficient_scope', scope: 'openid' })
})

test('[OID-13] MUST answer 400 invalid_request to a token sent in two ways', async () => {
  const as = await createOpenIdProvider()
  const { access_token } = await logIn(as)
  const response = await as.form('/userinfo', { access_token }, bearer(access_token))
  expect(response.status).toBe(400)
  expect(challengeOf(response)?.parameters.error).toBe('invalid_request')
})
