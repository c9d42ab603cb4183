import { decodeProtectedHeader } from 'jose'
import { expect, test } from 'vitest'
import { encodeBase64Url } from '@/lib/oauth/base64url'
import { TEST_ORIGINS, TEST_TIME } from '@/lib/testing/authorization-server'
import { outcome, register } from '@/lib/testing/back-channel'
import { createOpenIdProvider, logIn, verifiedIdToken } from '@/lib/testing/openid'

const NOW = TEST_TIME / 1000

test('[OID-03] MUST say who issued it, about whom, for whom, until when, and when', async () => {
  const as = await createOpenIdProvider()
  const { claims } = await verifiedIdToken(as, (await logIn(as)).id_token)
  expect(claims).toMatchObject({ iss: TEST_ORIGINS.issuer, sub: 'alice', aud: 'web', iat: NOW, exp: NOW + 600 })
  expect(String(claims.sub)).toMatch(/^[\x20-\x7e]{1,255}$/)
})

test('[OID-03] MUST repeat the nonce exactly when one was sent, and none when none was', async () => {
  const as = await createOpenIdProvider()
  const nonce = 'n-0S6_WzA2Mj ✓'
  expect((await verifiedIdToken(as, (await logIn(as, { nonce })).id_token)).claims.nonce).toBe(nonce)
  expect((await verifiedIdToken(as, (await logIn(as)).id_token)).claims).not.toHaveProperty('nonce')
})

test('[OID-03] MUST say when the user signed in, when max_age asks for it', async () => {
  const as = await createOpenIdProvider()
  expect((await verifiedIdToken(as, (await logIn(as, { max_age: '100' })).id_token)).claims.auth_time).toBe(NOW)
})

test('at_hash is the left half of the hash of the access token', async () => {
  const as = await createOpenIdProvider()
  const { id_token, access_token } = await logIn(as)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(access_token)))
  expect((await verifiedIdToken(as, id_token)).claims.at_hash).toBe(encodeBase64Url(digest.slice(0, 16)))
})

test('[OID-04] MUST sign with RS256 for a client that registered nothing else', async () => {
  const as = await createOpenIdProvider()
  const { header } = await verifiedIdToken(as, (await logIn(as)).id_token)
  expect(header.alg).toBe('RS256')
})

test('[OID-04] MUST sign as the client registered', async () => {
  const as = await createOpenIdProvider()
  const { id_token } = await logIn(as, { client_id: 'es256' })
  expect((await verifiedIdToken(as, id_token)).claims.aud).toBe('es256')
  expect(decodeProtectedHeader(id_token ?? '').alg).toBe('ES256')
})

test('[OID-04] MUST publish the RS256 key before it has signed anything', async () => {
  const as = await createOpenIdProvider()
  const { keys } = await (await as.request('/jwks')).json()
  expect(keys.map(({ alg }: { alg: string }) => alg).toSorted()).toEqual(['ES256', 'RS256'])
})

test.each(['none', 'HS256'])('[OID-04] MUST NOT let a client register id_token_signed_response_alg=%s', async (alg) => {
  const as = await createOpenIdProvider({ policy: { openRegistration: true } })
  const wanted = { redirect_uris: ['http://localhost:9/cb'], scope: 'openid', id_token_signed_response_alg: alg }
  expect(await outcome(await register(as, wanted))).toBe('400 invalid_client_metadata')
})
