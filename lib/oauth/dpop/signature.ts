import { decodeBase64Url, encodeUtf8 } from '../base64url'
import { publicMembers } from './thumbprint'

/** How proofs may be signed: with asymmetric keys only (RFC 9449, section 11.6). */
const ALGORITHMS = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
  PS256: { name: 'RSA-PSS', saltLength: 32, hash: 'SHA-256' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
} as const

export type DpopAlgorithm = keyof typeof ALGORITHMS

export const DPOP_ALGORITHMS = Object.keys(ALGORITHMS)

export function isDpopAlgorithm(alg: string | null): alg is DpopAlgorithm {
  return alg !== null && Object.hasOwn(ALGORITHMS, alg)
}

/** Whether a compact JWT was signed with the private half of this key. A key that does not fit `alg` signed nothing. */
export async function signedWith(
  text: string,
  jwk: Readonly<Record<string, unknown>>,
  alg: DpopAlgorithm,
): Promise<boolean> {
  const algorithm = ALGORITHMS[alg]
  const end = text.lastIndexOf('.')
  const members = publicMembers(jwk)
  if (!members) return false
  try {
    const key = await crypto.subtle.importKey('jwk', members, algorithm, false, ['verify'])
    const signature = decodeBase64Url(text.slice(end + 1))
    return await crypto.subtle.verify(algorithm, key, signature, encodeUtf8(text.slice(0, end)))
  } catch {
    return false
  }
}
