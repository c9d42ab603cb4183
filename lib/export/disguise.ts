import { decodeBase64Url, decodeUtf8, encodeBase64Url, encodeUtf8 } from '@/lib/oauth/base64url'
import { encodeFormValue } from '@/lib/oauth/form'
import { decodeJwt } from '@/lib/oauth/jwt'
import { sha256 } from '@/lib/wire/sha256'
import type { NamedSecret } from './named-secrets'

/** Shorter values may be words: they count only where they stand alone, and are no host of an e-mail address. */
const SURELY_RANDOM = 12

const JWT = /eyJ[A-Za-z0-9_-]+\.eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*/g
const BASIC = /\b(basic )([A-Za-z0-9+/_-]{4,}=*)/gi

export type Disguise = <Value>(value: Value) => Value

/**
 * Puts names in the place of values, in every string of a structure: the same name for the same value, wherever it
 * stands and however it is written there (in URLs, forms, HTML and JSON, in HTTP Basic, in the claims of a JWT, and as
 * the SHA-256 that stores and protocols keep of it). A JWT stays readable: its signature alone gives way to the name.
 */
export function newDisguise(secrets: readonly NamedSecret[]): Disguise {
  const names = new Map<string, string>()
  const put = (written: string, name: string) => names.has(written) || names.set(written, name)
  for (const { name, value } of secrets) for (const written of spellings(value)) put(written, name)
  for (const { name, value } of secrets) for (const hash of hashes(value)) put(hash, `hash-of-${name}`)
  const needles = [...names.keys()].sort((one, other) => other.length - one.length).map(needle)
  const pattern = needles.length > 0 ? new RegExp(needles.join('|'), 'g') : null
  const signatures = new Map<string, string>()

  const plain = (text: string): string => (pattern ? text.replace(pattern, (found) => names.get(found) ?? found) : text)

  const token = (jwt: string): string => {
    const decoded = decodeJwt(jwt)
    if (!decoded) return jwt
    const part = (claims: object) => encodeBase64Url(encodeUtf8(JSON.stringify(deep(claims))))
    const anonymous = signatures.get(jwt) ?? `signature~${signatures.size + 1}`
    const name = decoded.signature === '' ? '' : (names.get(jwt) ?? anonymous)
    if (name === anonymous) signatures.set(jwt, name)
    return `${part(decoded.header)}.${part(decoded.payload)}.${name}`
  }

  const basic = (whole: string, scheme: string, credentials: string): string => {
    const pair = decoded(credentials)
    return pair === null ? whole : `${scheme}${encodeBase64(plain(pair))}`
  }

  const text = (value: string): string => plain(value.replace(JWT, token).replace(BASIC, basic))

  function deep<Value>(value: Value): Value {
    if (typeof value === 'string') return text(value) as Value
    if (Array.isArray(value)) return value.map(deep) as Value
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [text(name), deep(inner)])) as Value
  }
  return deep
}

/** How a value may be written in a message or a page. */
export function spellings(value: string): string[] {
  const once = [value, encodeURIComponent(value), encodeFormValue(value), percentEncoded(value)]
  const twice = once.map((written) => encodeURIComponent(written))
  const inHtml = value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll("'", '&#39;')
  const typed = /^[A-Z0-9]{4}-[A-Z0-9]{4}$/.test(value) ? [value.replace('-', '')] : []
  return [...new Set([...once, ...twice, inHtml, JSON.stringify(value).slice(1, -1), ...typed])]
}

/** As careful clients write their credentials before HTTP Basic (RFC 6749, section 2.3.1): every mark is encoded. */
export function percentEncoded(value: string): string {
  return encodeURIComponent(value).replace(
    /[-_.!~*'()]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** SHA-256 as stores keep it and protocols send it: hexadecimal, base64url, and its left half (`at_hash`). */
function hashes(value: string): string[] {
  const digest = sha256(encodeUtf8(value))
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex, encodeBase64Url(digest), encodeBase64Url(digest.slice(0, 16))]
}

function needle(written: string): string {
  const literal = written.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
  return written.length >= SURELY_RANDOM ? literal : `(?<![A-Za-z0-9_@-])${literal}(?![A-Za-z0-9_-])`
}

function decoded(base64: string): string | null {
  try {
    return decodeUtf8(decodeBase64Url(base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')))
  } catch {
    return null
  }
}

function encodeBase64(text: string): string {
  return btoa(String.fromCharCode(...encodeUtf8(text)))
}
