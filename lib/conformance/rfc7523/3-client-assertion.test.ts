import { exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { encodeBase64Url, encodeUtf8 } from '@/lib/oauth/base64url'
import { createTestAuthorizationServer, TEST_ORIGINS, TEST_TIME } from '@/lib/testing/authorization-server'
import { outcome } from '@/lib/testing/back-channel'
import { askWithAssertion, assertionClaims, CLIENT_KEY, clientAssertion, PKJ } from '@/lib/testing/client-assertion'

const NOW = TEST_TIME / 1000
const server = (options = {}) => createTestAuthorizationServer({ clients: [PKJ], ...options })
const stranger = await generateKeyPair('ES256', { extractable: true })

test('[CA-16] MUST accept an assertion that the client signed about itself for this server', async () => {
  const as = await server()
  const response = await askWithAssertion(as, await clientAssertion())
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ token_type: 'Bearer', scope: 'usage.read' })
  expect(as.checks().some(({ id }) => id === 'client-secret-matches')).toBe(false)
})

test.each([
  ['iss missing', { iss: undefined }],
  ['iss of another client', { iss: 'm2m' }],
  ['sub missing', { sub: undefined }],
  ['sub of another client', { sub: 'm2m' }],
  ['sub of a client nobody knows', { iss: 'nobody', sub: 'nobody' }],
  ['aud missing', { aud: undefined }],
  ['aud of another server', { aud: 'https://as.example' }],
  ['exp missing', { exp: undefined }],
  ['exp no number', { exp: 'soon' }],
  ['exp passed', { exp: NOW - 60 }],
])('[CA-16] MUST refuse an assertion with %s', async (_case, claims) => {
  const as = await server()
  expect(await outcome(await askWithAssertion(as, await clientAssertion(claims)))).toBe('401 invalid_client')
})

test('[CA-16] MUST refuse an assertion signed with another key, or changed after it was signed', async () => {
  const as = await server()
  const forged = await clientAssertion({}, {}, stranger.privateKey)
  expect(await outcome(await askWithAssertion(as, forged))).toBe('401 invalid_client')
  const [header, , signature] = (await clientAssertion()).split('.')
  const claims = encodeBase64Url(encodeUtf8(JSON.stringify(assertionClaims({ exp: NOW + 120 }))))
  expect(await outcome(await askWithAssertion(as, `${header}.${claims}.${signature}`))).toBe('401 invalid_client')
})

test('[CA-16] MUST refuse what is no JWT, without failing', async () => {
  const as = await server()
  for (const value of ['a', 'a.b.c', 'e30.e30.', '..', 'e30.W10.x'])
    expect(await outcome(await askWithAssertion(as, value))).toBe('401 invalid_client')
})

describe('[CA-17] MUST take nothing for an audience but the issuer', () => {
  const { issuer } = TEST_ORIGINS
  const others: [string, unknown][] = [
    ['the token endpoint', `${issuer}/token`],
    ['the pushed authorization request endpoint', `${issuer}/par`],
    ['two audiences', [issuer, 'https://as.example']],
    ['the issuer with a slash', `${issuer}/`],
  ]
  test.each(others)('%s is refused where the policy is strict', async (_case, aud) => {
    for (const preset of ['oauth21', 'fapi2'] as const) {
      const as = await server({ preset })
      expect(await outcome(await askWithAssertion(as, await clientAssertion({ aud })))).toBe('401 invalid_client')
      expect(as.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('assertion-audience')
    }
  })

  test('the issuer alone is accepted, as a text or as a list of one', async () => {
    const as = await server({ preset: 'oauth21' })
    for (const aud of [issuer, [issuer]])
      expect((await askWithAssertion(as, await clientAssertion({ aud }))).status).toBe(200)
  })

  test('older clients that name the endpoint are accepted where it is not', async () => {
    const as = await server({ preset: 'bcp' })
    for (const [, aud] of others.slice(0, 3))
      expect((await askWithAssertion(as, await clientAssertion({ aud }))).status).toBe(200)
    const elsewhere = await clientAssertion({ aud: 'https://as.example/token' })
    expect(await outcome(await askWithAssertion(as, elsewhere))).toBe('401 invalid_client')
  })
})

describe('[CA-18] SHOULD accept an assertion once, while it is good', () => {
  test('the second use is refused, however soon it comes', async () => {
    const as = await server()
    const assertion = await clientAssertion()
    const uses = await Promise.all(Array.from({ length: 20 }, () => askWithAssertion(as, assertion)))
    expect(uses.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await outcome(await askWithAssertion(as, assertion))).toBe('401 invalid_client')
  })

  test('a forged assertion does not use up the id of the real one', async () => {
    const as = await server()
    await askWithAssertion(as, await clientAssertion({ jti: 'mine' }, {}, stranger.privateKey))
    expect((await askWithAssertion(as, await clientAssertion({ jti: 'mine' }))).status).toBe(200)
  })

  test.each([
    ['without jti', { jti: undefined }],
    ['good for ten years', { exp: NOW + 10 * 365 * 86_400 }],
    ['not good yet', { nbf: NOW + 120 }],
    ['issued in the future', { iat: NOW + 120 }],
  ])('an assertion %s is refused', async (_case, claims) => {
    const as = await server()
    expect(await outcome(await askWithAssertion(as, await clientAssertion(claims)))).toBe('401 invalid_client')
  })
})

describe('[CA-19] MUST decide by itself about algorithm and key', () => {
  const unsigned = () => {
    const part = (value: object) => encodeBase64Url(encodeUtf8(JSON.stringify(value)))
    return `${part({ alg: 'none', kid: 'pkj-1' })}.${part(assertionClaims())}.`
  }
  const asHmac = async (secret: string) =>
    new SignJWT(assertionClaims())
      .setProtectedHeader({ alg: 'HS256', kid: 'pkj-1' })
      .sign(encodeUtf8(secret.padEnd(32)))

  test('alg none and HMACs with the public key are refused', async () => {
    const as = await server()
    const publicKey = await importJWK(CLIENT_KEY, 'ES256', { extractable: true })
    if (publicKey instanceof Uint8Array) throw new Error('An EC key is no octet sequence.')
    const attempts = [unsigned(), await asHmac(JSON.stringify(CLIENT_KEY)), await asHmac(await exportSPKI(publicKey))]
    for (const attempt of attempts)
      expect(await outcome(await askWithAssertion(as, attempt))).toBe('401 invalid_client')
  })

  test('a key that the assertion brings, or points at, counts for nothing', async () => {
    const as = await server()
    const jwk = await crypto.subtle.exportKey('jwk', stranger.publicKey)
    for (const header of [
      { jwk },
      { jku: 'https://evil.example/jwks' },
      { x5u: 'https://evil.example/x5u' },
      { kid: 'other', jwk },
    ]) {
      const assertion = await clientAssertion({}, header, stranger.privateKey)
      expect(await outcome(await askWithAssertion(as, assertion))).toBe('401 invalid_client')
    }
    expect((await askWithAssertion(as, await clientAssertion({}, { jwk }))).status).toBe(200)
  })

  test('a JWT made for another purpose is no client assertion', async () => {
    const as = await server()
    for (const typ of ['at+jwt', 'logout+jwt', 'dpop+jwt'])
      expect(await outcome(await askWithAssertion(as, await clientAssertion({}, { typ })))).toBe('401 invalid_client')
    for (const typ of ['JWT', 'client-authentication+jwt'])
      expect((await askWithAssertion(as, await clientAssertion({}, { typ }))).status).toBe(200)
  })
})
