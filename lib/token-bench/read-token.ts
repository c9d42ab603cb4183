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

/** Members of a token response that are tokens (RFC 6749, section 5.1; OpenID Connect Core, section 3.1.3.3). */
const TOKEN_MEMBERS = ['access_token', 'id_token', 'refresh_token'] as const

/**
 * Reads whatever was pasted: a token alone, in quotation marks, over several lines, with `Authorization: Bearer` before
 * it, or in the JSON of a token response.
 */
export function readToken(pasted: string): ReadToken {
  const text = pasted.trim()
  if (text.startsWith('{')) return readAnswer(text)
  const token = joined(text.replace(/^(["'`])(.*)\1,?$/s, '$2').replace(SCHEME, ''))
  if (token === '') return { kind: 'nothing' }
  if (/\s/.test(token)) {
    return unreadable('A token is one word, and this has spaces or line breaks in it. Paste the token alone.')
  }
  if (!/^[\x21-\x7e]+$/.test(token)) {
    return unreadable('A token has only ASCII characters. Something else was copied along: copy it again.')
  }
  const parts = token.split('.')
  const [header, payload, signature] = parts
  const first = jsonIn(header)
  if (parts.length === 5 && first === 'object') {
    return unreadable('This is an encrypted JWT (five parts, RFC 7516): only who holds the key can read it.')
  }
  const meantAsJwt = first === 'object' || (first === 'other' && parts.length === 3)
  const flaw = meantAsJwt ? flawOf(parts) : null
  if (flaw !== null) return unreadable(flaw)
  const jwt = decodeJwt(token)
  if (jwt && header !== undefined && payload !== undefined && signature !== undefined) {
    return { kind: 'jwt', token, jwt, parts: [header, payload, signature] }
  }
  return { kind: 'opaque', token }
}

/** The token in the JSON of a token response. */
function readAnswer(text: string): ReadToken {
  const answer = parsed(text)
  if (typeof answer !== 'object' || answer === null) {
    return unreadable('This begins like JSON, but is none. Paste the token alone.')
  }
  for (const name of TOKEN_MEMBERS) {
    const value = (answer as Record<string, unknown>)[name]
    if (typeof value === 'string') return readToken(value)
  }
  return unreadable(`This is JSON without ${TOKEN_MEMBERS.join(', ')}. Paste the token alone.`)
}

/** A JWT that was wrapped over several lines, in one piece again; any other text as it is. */
function joined(text: string): string {
  const one = text.replace(/\s+/g, '')
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(one) ? one : text
}

/** What keeps this from being a JWT, whose first part is JSON; null when nothing does. */
function flawOf(parts: readonly string[]): string | null {
  const [header, payload, signature = ''] = parts
  if (jsonIn(header) === 'other') return 'The first part is JSON, but no object: a JWT begins with a header.'
  if (parts.length !== 3) {
    return `A signed JWT has three parts between dots, this has ${parts.length}. Part of it was not copied.`
  }
  if (signature.includes('~')) {
    return 'After the signature stand disclosures (“~”), so this is an SD-JWT. Paste what stands before the first “~”.'
  }
  if (parts.some((part) => part.includes('='))) {
    return 'The parts of a JWT are base64url without padding (RFC 7515, section 2). Leave out each “=”.'
  }
  if (jsonIn(payload) === 'other') return 'The second part is JSON, but no object: claims are members of one.'
  if (jsonIn(payload) === null) {
    return 'The second part is no base64url of a JSON object. A character was lost or changed: copy it again.'
  }
  if (!/^[\w-]*$/.test(signature)) {
    return 'The third part has characters that base64url does not have. The signature was changed: copy it again.'
  }
  return null
}

const unreadable = (problem: string): ReadToken => ({ kind: 'unreadable', problem })

/** What the JSON in a part is; null where there is none. */
function jsonIn(part: string | undefined): 'object' | 'other' | null {
  const value = parsed(part === undefined ? undefined : textIn(part.replace(/=+$/, '')))
  if (value === undefined) return null
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? 'object' : 'other'
}

function textIn(part: string): string | undefined {
  try {
    return decodeUtf8(decodeBase64Url(part))
  } catch {
    return undefined
  }
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
