import { encodeBase64Url, encodeUtf8 } from '../base64url'

/** The members that make a public key, in the order they are hashed in (RFC 7638, section 3.2; RFC 8037, section 2). */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  EC: ['crv', 'kty', 'x', 'y'],
  OKP: ['crv', 'kty', 'x'],
  RSA: ['e', 'kty', 'n'],
}

/** The required members of a public key, in lexicographic order; null when it has no such shape. */
export function publicMembers(jwk: Readonly<Record<string, unknown>>): Record<string, string> | null {
  const names = typeof jwk.kty === 'string' ? MEMBERS[jwk.kty] : undefined
  const members = names?.flatMap((name) => {
    const value = jwk[name]
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  return names && members?.length === names.length ? Object.fromEntries(members) : null
}

/** SHA-256 thumbprint of a public key, base64url (RFC 7638, section 3); null when it is no key. */
export async function thumbprint(jwk: Readonly<Record<string, unknown>>): Promise<string | null> {
  const members = publicMembers(jwk)
  return members && hash(JSON.stringify(members))
}

/** `ath`: BASE64URL(SHA-256(ASCII(access token))) (RFC 9449, section 4.2). */
export function accessTokenHash(token: string): Promise<string> {
  return hash(token)
}

async function hash(text: string): Promise<string> {
  return encodeBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', encodeUtf8(text))))
}
