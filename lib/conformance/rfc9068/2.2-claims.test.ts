import { expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { accessToken, testResourceServer } from '@/lib/testing/resource-server'

test('[AT-02] MUST put iss, exp, aud, sub, client_id, iat and jti into every token', async () => {
  const server = await createTestAuthorizationServer()
  const issuedAt = server.env.now() / 1000
  const first = decodeJwt((await server.tokens()).access_token)?.payload
  expect(first).toMatchObject({
    iss: TEST_ORIGINS.issuer,
    aud: TEST_ORIGINS.resource,
    sub: 'alice',
    client_id: 'web',
    iat: issuedAt,
    exp: issuedAt + server.env.policy.accessTokenLifetimeSeconds,
  })
  const second = decodeJwt((await server.tokens()).access_token)?.payload
  expect(first?.jti).toEqual(expect.stringMatching(/.{16,}/))
  expect(second?.jti).not.toBe(first?.jti)
})

test.each(['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'])(
  '[AT-02] MUST not be accepted without %s',
  async (claim) => {
    const drive = await testResourceServer()
    expect((await drive.get('/photos', await accessToken({ claims: { [claim]: undefined } }))).status).toBe(401)
  },
)
