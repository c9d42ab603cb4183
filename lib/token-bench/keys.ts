import {
  compactVerify,
  createLocalJWKSet,
  errors,
  importJWK,
  importSPKI,
  importX509,
  type JSONWebKeySet as KeySet,
} from 'jose'
import { encodeUtf8 } from '@/lib/oauth/base64url'

export type { KeySet }

/** With what a signature is verified. */
export type VerificationKey =
  /** The authorization server's published keys. */
  | { kind: 'jwks'; jwks: KeySet }
  /** A public key somebody pasted: a JWK, a JWK Set or PEM. */
  | { kind: 'pasted'; text: string }
  /** A secret that signer and verifier share. */
  | { kind: 'secret'; secret: string }

/** The verifier says which algorithms count, never the token (RFC 8725, section 3.1). */
export const ALGORITHMS = {
  public: ['ES256', 'ES384', 'ES512', 'RS256', 'PS256', 'EdDSA', 'Ed25519'],
  secret: ['HS256', 'HS384', 'HS512'],
} as const

export const algorithmsFor = ({ kind }: VerificationKey): readonly string[] =>
  kind === 'secret' ? ALGORITHMS.secret : ALGORITHMS.public

/** Verifies the bytes as they are; nothing is changed or signed again. Answers null when it verifies, else why not. */
export async function whySignatureFails(
  token: string,
  header: Readonly<Record<string, unknown>>,
  key: VerificationKey,
): Promise<string | null> {
  const alg = typeof header.alg === 'string' ? header.alg : 'none'
  const algorithms = [...algorithmsFor(key)]
  try {
    if (key.kind === 'secret') await compactVerify(token, encodeUtf8(key.secret), { algorithms })
    else if (key.kind === 'jwks') await verifyWithSet(token, key.jwks, header, algorithms)
    else await verifyWithPasted(token, key.text, header, alg, algorithms)
    return null
  } catch (error) {
    if (error instanceof KeyUnreadable || error instanceof errors.JOSEError) return error.message
    if (error instanceof TypeError || (error instanceof Error && /DOMException|Error/.test(error.name))) {
      return `this key does not go with ${alg}`
    }
    throw error
  }
}

class KeyUnreadable extends Error {}

async function verifyWithSet(
  token: string,
  jwks: KeySet,
  { alg, kid }: Readonly<Record<string, unknown>>,
  algorithms: string[],
): Promise<void> {
  const keys = createLocalJWKSet(jwks)
  const selector = { alg: String(alg), ...(typeof kid === 'string' && { kid }) }
  await compactVerify(token, () => keys(selector), { algorithms })
}

async function verifyWithPasted(
  token: string,
  text: string,
  header: Readonly<Record<string, unknown>>,
  alg: string,
  algorithms: string[],
): Promise<void> {
  const trimmed = text.trim()
  if (trimmed === '') throw new KeyUnreadable('no key was given: paste a JWK, a JWK Set or PEM')
  if (trimmed.startsWith('-----BEGIN CERTIFICATE')) {
    await compactVerify(token, await importX509(trimmed, alg), { algorithms })
  } else if (trimmed.startsWith('-----BEGIN PUBLIC KEY')) {
    await compactVerify(token, await importSPKI(trimmed, alg), { algorithms })
  } else {
    const jwk = readJson(trimmed)
    if (Array.isArray(jwk.keys)) return verifyWithSet(token, { keys: jwk.keys }, header, algorithms)
    await compactVerify(token, await importJWK(jwk, alg), { algorithms })
  }
}

function readJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return { ...value }
  } catch {
    // Said below.
  }
  throw new KeyUnreadable('the key is neither JSON (a JWK) nor PEM that begins with -----BEGIN PUBLIC KEY-----')
}
