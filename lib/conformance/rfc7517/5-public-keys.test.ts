import { createLocalJWKSet, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'

test('[JW-01] MUST publish public members only, each key with kid, use and alg', async () => {
  const as = await createTestAuthorizationServer()

  as.env.policy = { ...as.env.policy, signingAlgorithm: 'RS256' }
  const response = await as.request('/jwks')
  const { keys } = await response.json()
  expect(keys.length).toBeGreaterThanOrEqual(2)
  for (const key of keys) {
    expect(key).toMatchObject({ use: 'sig', alg: expect.stringMatching(/^(ES|RS)256$/), kid: expect.any(String) })
    expect(Object.keys(key)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(d|p|q|dp|dq|qi|k|oth)$/)]))
  }
  expect(new Set(keys.map((key: { kid: string }) => key.kid)).size).toBe(keys.length)
})

test('[JW-02] SHOULD publish a new key before it signs, keep the old one, and say how long keys may be kept', async () => {
  const as = await createTestAuthorizationServer()

  const before = await as.tokens()
  as.env.policy = { ...as.env.policy, signingAlgorithm: 'RS256' }
  const response = await as.request('/jwks')
  expect(response.headers.get('cache-control')).toMatch(/max-age=\d+/)
  const keySet = createLocalJWKSet(await response.json())
  const after = await as.tokens()
  const currentDate = new Date(as.env.now())
  for (const { access_token } of [before, after]) {
    const verified = await jwtVerify(access_token, keySet, { currentDate })
    expect(verified.payload.sub).toBe('alice')
  }
  expect(decodeJwt(after.access_token)?.header.kid).not.toBe(decodeJwt(before.access_token)?.header.kid)
})
