import { calculateJwkThumbprint, exportJWK, exportSPKI, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { changesOf, FORGERIES } from './forge'
import type { VerificationKey } from './keys'
import { type ReadToken, readToken } from './read-token'
import { type Verifier, verifyToken } from './verify'

const NOW = Date.UTC(2026, 0, 1)
const seconds = NOW / 1000
const claims = {
  ...{ iss: 'https://as.example', aud: 'https://api.example', sub: 'alice', scope: 'photos.read' },
  ...{ client_id: 'photo-editor', jti: '1', iat: seconds, exp: seconds + 600 },
}
const api: Verifier = {
  ...{ party: 'resource-server', takes: 'access-token', issuer: claims.iss, audience: claims.aud },
  ...{ scope: 'photos.read', now: NOW },
}

let token = ''
let jwks: JSONWebKeySet = { keys: [] }
let pem = ''

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(jwk)
  jwks = { keys: [{ ...jwk, kid, alg: 'ES256' }] }
  pem = await exportSPKI(publicKey)
  token = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid, typ: 'at+jwt' }).sign(privateKey)
})

function jwtOf(text: string): Extract<ReadToken, { kind: 'jwt' }> {
  const read = readToken(text)
  if (read.kind !== 'jwt') throw new Error(`${text} is read as ${read.kind}`)
  return read
}

const failed = async (text: string, key: VerificationKey = { kind: 'jwks', jwks }, verifier = api) =>
  (await verifyToken(jwtOf(text), key, verifier)).filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)

describe('reading', () => {
  it('takes a token alone, with its scheme, or as a whole header line', () => {
    for (const before of ['', 'Bearer ', 'DPoP ', 'Authorization: Bearer ']) {
      expect(readToken(` ${before}${token}\n`)).toMatchObject({ kind: 'jwt', token })
    }
  })

  it.each([
    ['  ', { kind: 'nothing' }],
    ['nP3kZ0-_aa', { kind: 'opaque' }],
    ['v4.local.abc', { kind: 'opaque' }],
    ['two words', { kind: 'unreadable', problem: expect.stringContaining('Paste the token alone') }],
    ['tökén', { kind: 'unreadable', problem: expect.stringContaining('ASCII') }],
    ['eyJhbGciOiJFUzI1NiJ9.e30', { kind: 'unreadable', problem: expect.stringContaining('this has 2') }],
    ['eyJhbGciOiJFUzI1NiJ9.???.x', { kind: 'unreadable', problem: expect.stringContaining('second part') }],
    ['W10.e30.x', { kind: 'unreadable', problem: expect.stringContaining('first part is JSON, but no object') }],
    ['MTIz', { kind: 'opaque' }],
    ['eyJhbGciOiJFUzI1NiJ9.WzEsMl0.x', { kind: 'unreadable', problem: expect.stringContaining('second part is JSON') }],
    ['eyJhbGciOiJFUzI1NiJ9.e30=.x', { kind: 'unreadable', problem: expect.stringContaining('padding') }],
    ['eyJhbGciOiJFUzI1NiJ9.e30.@@@@', { kind: 'unreadable', problem: expect.stringContaining('third part') }],
    ['eyJhbGciOiJFUzI1NiJ9.e30.x~WyJh', { kind: 'unreadable', problem: expect.stringContaining('SD-JWT') }],
    ['"eyJhbGciOiJFUzI1NiJ9.e30.x"', { kind: 'jwt', token: 'eyJhbGciOiJFUzI1NiJ9.e30.x' }],
    ['eyJhbGciOiJFUzI1\nNiJ9.e30\n.x', { kind: 'jwt', token: 'eyJhbGciOiJFUzI1NiJ9.e30.x' }],
    ['{"access_token":"eyJhbGciOiJFUzI1NiJ9.e30.x","token_type":"Bearer"}', { kind: 'jwt' }],
    ['{"access_token":"abc"}', { kind: 'opaque', token: 'abc' }],
    [
      '{"error":"invalid_grant"}',
      { kind: 'unreadable', problem: expect.stringContaining('JSON without access_token') },
    ],
    ['{"access_token":', { kind: 'unreadable', problem: expect.stringContaining('begins like JSON') }],
    ['eyJhbGciOiJkaXIifQ.a.b.c.d', { kind: 'unreadable', problem: expect.stringContaining('encrypted') }],
  ])('says what %j is', (text, expected) => expect(readToken(text)).toMatchObject(expected))
})

describe('verifying', () => {
  it('lists every check with what it compared, and leaves the token as it is', async () => {
    const read = jwtOf(token)
    const before = structuredClone(read)
    const checks = await verifyToken(read, { kind: 'jwks', jwks }, api)
    expect(checks.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      ...['bench.type', 'bench.algorithm', 'bench.signature', 'bench.issuer', 'bench.audience', 'bench.time'].map(
        (id) => `${id} passed`,
      ),
      'bench.scope passed',
    ])
    expect(checks.every(({ saw }) => saw !== '')).toBe(true)
    expect(read).toEqual(before)
  })

  it('verifies with a pasted JWK, JWK Set and PEM', async () => {
    for (const text of [JSON.stringify(jwks.keys[0]), JSON.stringify(jwks), pem]) {
      expect(await failed(token, { kind: 'pasted', text }), text.slice(0, 30)).toEqual([])
    }
  })

  it('fails on another key, no key, no key at all, or a secret', async () => {
    const other = await exportSPKI((await generateKeyPair('ES256', { extractable: true })).publicKey)
    for (const text of [other, '', 'not a key', '{}', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----']) {
      expect(await failed(token, { kind: 'pasted', text }), text).toEqual(['bench.signature'])
    }
    expect(await failed(token, { kind: 'secret', secret: 'guess' })).toEqual(['bench.algorithm', 'bench.signature'])
  })

  it('verifies a shared secret', async () => {
    const secret = 'a secret of at least thirty-two bytes'
    const shared = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .sign(new TextEncoder().encode(secret))
    expect(await failed(shared, { kind: 'secret', secret })).toEqual([])
    expect(await failed(shared, { kind: 'secret', secret: `${secret}!` })).toEqual(['bench.signature'])
  })

  it.each<[Partial<Verifier>, string]>([
    [{ issuer: 'https://other.example' }, 'bench.issuer'],
    [{ audience: 'https://other.example' }, 'bench.audience'],
    [{ scope: 'photos.write' }, 'bench.scope'],
    [{ now: NOW + 600_000 }, 'bench.time'],
    [{ takes: 'id-token', scope: null }, 'bench.type'],
  ])('as %j it fails at %s alone', async (change, id) =>
    expect(await failed(token, undefined, { ...api, ...change })).toEqual([id]),
  )
})

describe('forging', () => {
  const forge = (id: string) => {
    const forgery = FORGERIES.find((one) => one.id === id)
    if (!forgery) throw new Error(id)
    return forgery.make(jwtOf(token), { publicKey: jwks.keys[0] ?? null, now: NOW })
  }

  it.each([
    ['none', { header: ['alg'], payload: [], signature: true }],
    ['public-key-as-secret', { header: ['alg'], payload: [], signature: true }],
    ['own-key', { header: ['kid', 'jwk'], payload: [], signature: true }],
    ['subject', { header: [], payload: ['sub'], signature: false }],
    ['scope', { header: [], payload: ['scope'], signature: false }],
    ['fresh', { header: [], payload: ['exp'], signature: false }],
    ['kid', { header: ['alg', 'kid'], payload: [], signature: true }],
    ['type', { header: ['typ'], payload: [], signature: false }],
  ])('%s changes what it says and nothing else', async (id, expected) => {
    const forged = decodeJwt(await forge(id))
    if (!forged) throw new Error('unreadable')
    const { header, payload, signature } = changesOf(jwtOf(token).jwt, forged)
    expect({ header: header.sort(), payload, signature }).toEqual({ ...expected, header: expected.header.sort() })
  })

  it.each(FORGERIES.map(({ id }) => id))('%s never verifies with the server’s keys', async (id) => {
    expect(await failed(await forge(id))).toContain('bench.signature')
  })

  it('signs for real: who trusts the key it chose is fooled', async () => {
    const publicAsSecret = await forge('public-key-as-secret')
    expect(await failed(publicAsSecret, { kind: 'secret', secret: pem })).toEqual([])
    const own = await forge('own-key')
    const brought = JSON.stringify(jwtOf(own).jwt.header.jwk)
    expect(await failed(own, { kind: 'pasted', text: brought })).toEqual([])
  })
})
