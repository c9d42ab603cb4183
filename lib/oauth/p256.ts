/** PKCS #8 (RFC 5208) around the private number of a P-256 key (RFC 5915), its public point left to be computed. */
const PKCS8_PREFIX = '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420'

export interface P256Key {
  /** Not extractable. */
  privateKey: CryptoKey
  /** `kty`, `crv`, `x`, `y`. */
  publicJwk: { kty: string; crv: string; x: string; y: string }
  privateJwk: JsonWebKey
}

/**
 * A P-256 key for ES256 (RFC 7518, section 3.4), made of the bytes it is given: the same bytes make the same key, which
 * Web Crypto's own generator cannot do. A lab with a seed is the same for a whole class, keys included.
 *
 * @param bytes 32 unpredictable ones
 */
export async function p256Key(bytes: Uint8Array): Promise<P256Key> {
  const number = Uint8Array.from(bytes)
  // Certainly below the order of the curve; zero by a chance of one in 2^255.
  number[0] = (number[0] ?? 0) & 0x7f
  const prefix = PKCS8_PREFIX.match(/../g)?.map((byte) => Number.parseInt(byte, 16)) ?? []
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const der = Uint8Array.from([...prefix, ...number])
  const readable = await crypto.subtle.importKey('pkcs8', der, algorithm, true, ['sign'])
  const privateJwk = await crypto.subtle.exportKey('jwk', readable)
  const privateKey = await crypto.subtle.importKey('jwk', privateJwk, algorithm, false, ['sign'])
  const { kty = 'EC', crv = 'P-256', x = '', y = '' } = privateJwk
  return { privateKey, publicJwk: { kty, crv, x, y }, privateJwk }
}
