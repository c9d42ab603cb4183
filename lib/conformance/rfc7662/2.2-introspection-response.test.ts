import { expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { basic, createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { introspect } from '@/lib/testing/back-channel'

test('[IN-03] MUST say active as a boolean', async () => {
  const as = await createTestAuthorizationServer()

  const { access_token } = await as.tokens()
  expect((await introspect(as, access_token)).active).toBe(true)
  expect((await introspect(as, 'unknown')).active).toBe(false)
})

test('[IN-04] SHOULD say nothing but active: false about an unknown, expired, revoked or foreign token', async () => {
  const as = await createTestAuthorizationServer()

  const { access_token: foreign } = await as.tokens()
  const { access_token: revoked } = await as.tokens()
  await as.form('/revoke', { token: revoked }, basic('web'))
  const { access_token: expired } = await as.tokens()
  expect(await introspect(as, foreign, 'other')).toEqual({ active: false })
  as.clock.advance(601)
  for (const token of ['unknown', revoked, expired]) expect(await introspect(as, token)).toEqual({ active: false })
})

test("[IN-07] SHOULD tell details only to the token's client and its audience", async () => {
  const as = await createTestAuthorizationServer()

  const { access_token } = await as.tokens()
  expect((await introspect(as, access_token, 'photo-drive')).active).toBe(true)
  expect((await introspect(as, access_token, 'web')).active).toBe(true)
  expect(await introspect(as, access_token, 'rs2')).toEqual({ active: false })
  expect(await introspect(as, access_token, 'other')).toEqual({ active: false })
})

test('[IN-08] SHOULD tell scope, client, user, audience, issuer and times', async () => {
  const as = await createTestAuthorizationServer()

  const { access_token } = await as.tokens()
  const now = Math.floor(as.env.now() / 1000)
  expect(await introspect(as, access_token)).toEqual({
    active: true,
    iss: TEST_ORIGINS.issuer,
    sub: 'alice',
    username: 'alice',
    client_id: 'web',
    scope: 'photos.read',
    aud: TEST_ORIGINS.resource,
    iat: now,
    exp: now + 600,
    token_type: 'Bearer',
    jti: decodeJwt(access_token)?.payload.jti,
  })
})

test('[IN-09] MUST NOT make a refresh token look like an access token', async () => {
  const as = await createTestAuthorizationServer()

  const { refresh_token } = await as.tokens()
  const answer = await introspect(as, refresh_token)
  expect(answer.active).toBe(true)
  expect(answer).not.toHaveProperty('token_type')
  expect(answer).not.toHaveProperty('aud')
})
