import { encodeBase64Url, encodeUtf8 } from '../base64url'
import type { HttpRequest } from '../http'
import type { P256Key } from '../p256'
import { accessTokenHash } from './thumbprint'

/** What a proof says besides the request it is for. */
interface Saying {
  key: P256Key
  /** Milliseconds since the epoch. */
  now: number
  /** Unpredictable bytes for `jti`. */
  id: Uint8Array
  /** The access token that is sent along; null when there is none. */
  token: string | null
  /** The nonce its receiver last gave out; null when it gave none. */
  nonce: string | null
}

/** A DPoP proof for this request and no other, as a compact JWT (RFC 9449, section 4.2). */
export async function prove({ method, url }: Pick<HttpRequest, 'method' | 'url'>, saying: Saying): Promise<string> {
  const { key, now, id, token, nonce } = saying
  const { origin, pathname } = new URL(url)
  const claims = {
    ...{ jti: encodeBase64Url(id), htm: method, htu: `${origin}${pathname}`, iat: Math.floor(now / 1000) },
    ...(token !== null && { ath: await accessTokenHash(token) }),
    ...(nonce !== null && { nonce }),
  }
  const encode = (part: object) => encodeBase64Url(encodeUtf8(JSON.stringify(part)))
  const signed = `${encode({ typ: 'dpop+jwt', alg: 'ES256', jwk: key.publicJwk })}.${encode(claims)}`
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  const signature = await crypto.subtle.sign(algorithm, key.privateKey, encodeUtf8(signed))
  return `${signed}.${encodeBase64Url(new Uint8Array(signature))}`
}
