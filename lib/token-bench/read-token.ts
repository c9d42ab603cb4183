import { decodeBase64Url, decodeUtf8 } from '@/lib/oauth/base64url'
import { type DecodedJwt, decodeJwt } from '@/lib/oauth/jwt'

/** What a pasted text is, as far as anybody can tell by looking at it. Looking says nothing about validity. */
export type ReadToken =
  | { kind: 'nothing' }
  /** A compact JWT (RFC 7519); `parts` as they stand between the dots. */
  | { kind: 'jwt'; token: string; jwt: DecodedJwt; parts: [header: string, payload: string, signature: string] }
  /** A reference that means something only to the server that made it. */
  | { kind: 'opaque'; token: string }
  /** No token, and what to do about it. */
  | { kind: 'unreadable'; problem: string }

const SCHEME = /^(authorization:\s*)?(bearer|dpop)\s+/i

/** Reads whatever was pasted: a token alone, or with `Authorization: Bearer` before it. */
export function readToken(pasted: string): ReadToken {
  const token = pasted.trim().replace(SCHEME, '')
  if (token === '') return { kind: 'nothing' }
  if (/\s/.test(token)) {
    return unreadable('A token is one word, and this has spaces or line breaks in it. Paste the token alone.')
  }
  if (!/^[\x21-\x7e]+$/.test(token)) {
    return unreadable('A token has only ASCII characters. Something else was copied along: copy it again.')
  }
  const parts = token.split('.')
  if (parts.length === 5 && isJson(parts[0])) {
    return unreadable('This is an encrypted JWT (five parts, RFC 7516): only who holds the key can read it.')
  }
  const jwt = decodeJwt(token)
  const [header, payload, signature] = parts
  if (jwt && header !== undefined && payload !== undefined && signature !== undefined) {
    return { kind: 'jwt', token, jwt, parts: [header, payload, signature] }
  }
  if (!isJson(header)) return { kind: 'opaque', token }
  if (parts.length !== 3) {
    return unreadable(`A signed JWT has three parts between dots, this has ${parts.length}. Part of it was not copied.`)
  }
  return unreadable('The second part is no base64url of a JSON object. A character was lost or changed: copy it again.')
}

const unreadable = (problem: string): ReadToken => ({ kind: 'unreadable', problem })

function isJson(part: string | undefined): boolean {
  try {
    const value: unknown = JSON.parse(decodeUtf8(decodeBase64Url(part ?? '')))
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}
