import { expect, test } from 'vitest'
import { runMove } from '@/lib/client/halves'
import { encodeBase64Url, encodeUtf8 } from '@/lib/oauth/base64url'
import { CLIENT_ORIGINS, pageName } from '@/lib/testing/client'
import { type Mutation, testOpenIdClient } from '@/lib/testing/openid-client'

const NOW = Date.UTC(2026, 8, 1, 12) / 1000
const json = (value: unknown) => encodeBase64Url(encodeUtf8(JSON.stringify(value)))
const UNSIGNED = `${json({ alg: 'none' })}.${json({
  iss: CLIENT_ORIGINS.issuer,
  sub: 'alice',
  aud: 'photo-editor',
  iat: NOW,
  exp: NOW + 600,
})}.`

/** What a server, or somebody between, may hand the application, and the check that stops it. */
const MUTANTS: readonly [what: string, mutation: Mutation, check: string][] = [
  ['no JWT', { token: 'opaque' }, 'id-token.well-formed'],
  ['no sub', { claims: { sub: '' } }, 'id-token.claims'],
  ['a sub of 256 characters', { claims: { sub: 'a'.repeat(256) } }, 'id-token.claims'],
  ['another issuer', { claims: { iss: 'http://localhost:3001/other' } }, 'id-token.issuer'],
  ['the issuer with a slash', { claims: { iss: `${CLIENT_ORIGINS.issuer}/` } }, 'id-token.issuer'],
  ['another audience', { claims: { aud: 'photo-gallery' } }, 'id-token.audience'],
  ['several audiences without azp', { claims: { aud: ['photo-editor', 'x'] } }, 'id-token.authorized-party'],
  ['azp of another', { claims: { azp: 'photo-gallery' } }, 'id-token.authorized-party'],
  ['alg none', { token: UNSIGNED }, 'id-token.algorithm'],
  ['a key nobody published', { forged: true }, 'id-token.signature'],
  ['a kid nobody published', { header: { kid: 'other' } }, 'id-token.signature'],
  ['exp in the past', { claims: { exp: NOW - 61 } }, 'id-token.expiry'],
  ['iat in the future', { claims: { iat: NOW + 61 } }, 'id-token.issued-at'],
  ['iat long ago', { claims: { iat: NOW - 3601 } }, 'id-token.issued-at'],
  ['another nonce', { claims: { nonce: 'of-another-login' } }, 'id-token.nonce'],
  ['no nonce', { claims: { nonce: undefined } }, 'id-token.nonce'],
  ['at_hash of another token', { claims: { at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' } }, 'id-token.access-token-hash'],
]

test.each(MUTANTS)('[OID-16] MUST sign nobody in by an ID token with %s', async (_what, mutation, check) => {
  const client = await testOpenIdClient(mutation)
  const { browser, response } = await client.connect()
  expect(client.failed()).toEqual([check])
  expect(response.status).toBe(502)
  expect(pageName(await response.text())).toBe('error')
  expect(await client.store.dump()).toMatchObject({ tokens: [], identities: [] })
  expect((await browser.open('/photos')).headers.get('location')).toBe(`${CLIENT_ORIGINS.client}/`)
})

test.each(MUTANTS.filter(([, { token }]) => token === undefined))(
  '[OID-16] each check stands alone: with it switched off, %s passes',
  async (_what, mutation, check) => {
    const client = await testOpenIdClient({ ...mutation, checksOff: [check] })
    await client.connect()
    expect(client.failed().filter((id) => id.startsWith('id-token.'))).toEqual([])
  },
)

test('[OID-16] MUST sign in by an honest one, also with several audiences and azp', async () => {
  for (const claims of [{}, { aud: ['photo-editor', 'x'], azp: 'photo-editor' }, { at_hash: undefined }]) {
    const client = await testOpenIdClient({ claims })
    const { browser } = await client.connect()
    expect(client.failed()).toEqual([])
    expect(await (await browser.open('/photos')).text()).toContain('Hello, Alice Liddell')
  }
})

test('[OID-16] MUST send a fresh nonce with each login, tied to the session', async () => {
  const client = await testOpenIdClient()
  const nonces = [await client.connect(), await client.connect()].map(({ request }) =>
    request.searchParams.get('nonce'),
  )
  expect(new Set(nonces).size).toBe(2)
  for (const nonce of nonces) expect(nonce).toMatch(/^[\w-]{43}$/)
})

test('[OID-16] MUST compare the sub of UserInfo with the ID token’s before using a claim of it', async () => {
  const client = await testOpenIdClient({ userinfo: { sub: 'mallory', name: 'Mallory' } })
  const { browser } = await client.connect()
  expect(client.failed()).toEqual(['userinfo.subject'])
  expect(await (await browser.open('/photos')).text()).toContain('Hello, Alice Liddell')
})

test.each([
  ['sub', { sub: 'mallory' }],
  ['aud', { aud: ['photo-editor', 'x'], azp: 'photo-editor' }],
  ['auth_time', { auth_time: NOW + 5 }],
  ['nonce', { nonce: 'of-another-login' }],
])('[RT-13] MUST refuse a refreshed ID token with another %s', async (_what, refreshed) => {
  const client = await testOpenIdClient({ refreshed })
  await client.connect()
  const { arrival } = await runMove(client.env, 'refresh-request', { application: 'photo-editor' })
  expect(arrival).toBe('refusal')
  expect(client.failed()).toEqual(['id-token.same-login'])
  expect((await client.store.find('tokens', {})).map(({ access_token }) => access_token)).toEqual(['access-1'])
})

test('[RT-13] takes a refreshed ID token about the same login', async () => {
  const client = await testOpenIdClient({ refreshed: {} })
  await client.connect()
  const { arrival } = await runMove(client.env, 'refresh-request', { application: 'photo-editor' })
  expect(arrival).toBe('tokens')
})
