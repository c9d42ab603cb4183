import { encodeBase64Url, encodeUtf8 } from '@/lib/oauth/base64url'
import type { SecretReport } from '@/lib/oauth/environment'
import { header } from '@/lib/oauth/http'
import type { SecretKind } from '@/lib/oauth/secrets'
import type { Exchange } from './exchange'
import { type MessageKind, messageFields, packedInside } from './fields'
import { sha256 } from './sha256'

export interface CarriedSecret {
  kind: SecretKind
  value: string
  /** Only a hash of it was sent. */
  derived: boolean
}

type Messages = Pick<Exchange, 'request' | 'response'>

/** Which of the known secrets the request carries, decoded as its receiver decodes. */
export function carriedByRequest(exchange: Messages, known: readonly SecretReport[]): CarriedSecret[] {
  return carried(exchange, 'request', known)
}

/** Which of the known secrets the response carries; none when there is no response. */
export function carriedByResponse(exchange: Messages, known: readonly SecretReport[]): CarriedSecret[] {
  return carried(exchange, 'response', known)
}

/** Every value of a message: its fields, what is packed inside them, and what a page's HTML holds ready to send. */
export function messageValues(exchange: Messages, kind: MessageKind): Set<string> {
  const outer = [...messageFields(exchange, kind).map((field) => field.value), ...htmlValues(exchange, kind)]
  return new Set(outer.flatMap((value) => [value, ...packedInside(value)]))
}

function carried(exchange: Messages, kind: MessageKind, known: readonly SecretReport[]): CarriedSecret[] {
  const values = messageValues(exchange, kind)
  const found = new Map<string, CarriedSecret>()
  for (const secret of known) {
    const whole = values.has(secret.value)
    if (!whole && !hashesOf(secret).some((hash) => values.has(hash))) continue
    found.set(`${secret.kind} ${secret.value}`, { kind: secret.kind, value: secret.value, derived: !whole })
  }
  return [...found.values()]
}

/** Values of attributes, such as hidden inputs and links: what the page will send when it is used. */
function htmlValues({ request, response }: Messages, kind: MessageKind): string[] {
  const message = kind === 'request' ? request : response
  if (!message?.body || !/html/i.test(header(message, 'content-type') ?? '')) return []
  const attributes = message.body.matchAll(/\s(?:value|href|action|src|content)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)
  return Array.from(attributes, ([, double, single]) => unescaped(double ?? single ?? ''))
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
  lt: '<',
  gt: '>',
}

function unescaped(text: string): string {
  return text.replace(
    /&(amp|quot|apos|#39|#x27|lt|gt);/gi,
    (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole,
  )
}

const known = new WeakMap<SecretReport, string[]>()

/** SHA-256 as protocols send it: base64url (PKCE), its left half (`at_hash`, `c_hash`), hexadecimal. */
function hashesOf(secret: SecretReport): string[] {
  const remembered = known.get(secret)
  if (remembered) return remembered
  const digest = sha256(encodeUtf8(secret.value))
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const hashes = [encodeBase64Url(digest), encodeBase64Url(digest.slice(0, 16)), hex]
  known.set(secret, hashes)
  return hashes
}
