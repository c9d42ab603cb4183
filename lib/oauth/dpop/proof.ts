import { decodeJwt } from '../jwt'

/** A DPoP proof taken apart (RFC 9449, section 4.2). Nothing about it is verified yet. */
export interface DpopProof {
  /** The JWT as it was sent. */
  text: string
  typ: string | null
  alg: string | null
  /** The public key that the proof is signed with, as it names it itself. */
  jwk: Record<string, unknown> | null
  jti: string | null
  /** HTTP method of the request that the proof belongs to. */
  htm: string | null
  /** Its URI, without query and fragment. */
  htu: string | null
  /** Seconds. */
  iat: number | null
  nonce: string | null
  /** Hash of the access token that comes with it. */
  ath: string | null
}

/** Reads a proof; null when the text is no JWT. */
export function readProof(text: string): DpopProof | null {
  const jwt = decodeJwt(text)
  if (!jwt) return null
  const { header, payload } = jwt
  return {
    text,
    typ: string(header.typ),
    alg: string(header.alg),
    jwk: object(header.jwk),
    jti: string(payload.jti),
    htm: string(payload.htm),
    htu: string(payload.htu),
    iat: typeof payload.iat === 'number' ? payload.iat : null,
    nonce: string(payload.nonce),
    ath: string(payload.ath),
  }
}

/**
 * A URI as `htu` is compared: without query and fragment, scheme and host in lower case, the default port left out
 * (RFC 9449, section 4.3; RFC 3986, section 6.2). Null when it is none.
 */
export function comparableUri(uri: string): string | null {
  if (!URL.canParse(uri)) return null
  const { origin, pathname } = new URL(uri)
  return origin === 'null' ? null : origin + pathname
}

const string = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

function object(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
}
