import { expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'

test('[AT-01] MUST sign with typ at+jwt, by ES256 or RS256', async () => {
  const as = await createTestAuthorizationServer()

  for (const signingAlgorithm of ['ES256', 'RS256'] as const) {
    as.env.policy = { ...as.env.policy, signingAlgorithm }
    const { access_token } = await as.tokens()
    expect(decodeJwt(access_token)?.header).toMatchObject({ typ: 'at+jwt', alg: signingAlgorithm })
  }
})

test('[AT-02] MUST carry iss, exp, aud, sub, client_id, iat and jti', async () => {
  const as = await createTestAuthorizationServer()

  const { access_token } = await as.tokens()
  const now = Math.floor(as.env.now() / 1000)
  expect(decodeJwt(access_token)?.payload).toEqual({
    iss: TEST_ORIGINS.issuer,
    aud: TEST_ORIGINS.resource,
    sub: 'alice',
    client_id: 'web',
    scope: 'photos.read',
    jti: expect.any(String),
    iat: now,
    exp: now + 600,
    auth_time: now,
  })
})

test('[AT-03] SHOULD carry the scope that was granted, and when the user signed in', async () => {
  const as = await createTestAuthorizationServer()

  const { access_token } = await as.tokens({ scope: 'photos.read photos.write' })
  expect(decodeJwt(access_token)?.payload).toMatchObject({
    scope: 'photos.read photos.write',
    auth_time: expect.any(Number),
  })
})
