import { encodeBase64Url, encodeUtf8 } from '@/lib/oauth/base64url'
import type { SecretReport } from '@/lib/oauth/environment'
import { type HttpRequest, type HttpResponse, header } from '@/lib/oauth/http'
import type { SecretKind } from '@/lib/oauth/secrets'
import type { Exchange } from './exchange'
import { fieldsOf, type MessageField, type MessageKind, unpack, urlParameters } from './fields'
import { readOnce } from './read-once'
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

/**
 * How a value stands in its message. `url` and `fragment`: of the request line or of `Location`; `page`: ready to send
 * in the HTML; `token`: behind `Bearer` or `DPoP`.
 */
export type Way =
  | 'url'
  | 'fragment'
  | 'form'
  | 'json'
  | 'page'
  | 'cookie'
  | 'referer'
  | 'basic'
  | 'token'
  | 'jwt'
  | 'header'

/** A secret in a message, and every way in which it stands there. */
export interface Sighted extends CarriedSecret {
  ways: Way[]
}

/** Every value of a message: its fields, what is packed inside them, and what a page's HTML holds ready to send. */
export function messageValues(exchange: Messages, kind: MessageKind): ReadonlySet<string> {
  const message = exchange[kind]
  return message ? valuesIn(message) : NO_VALUES
}

const NO_VALUES: ReadonlySet<string> = new Set()

type Ways = ReadonlyMap<string, ReadonlySet<Way>>

/** Every value of a message, and how it stands there. */
function messageWays(exchange: Messages, kind: MessageKind): Ways {
  const message = exchange[kind]
  return message ? waysIn(message) : NO_WAYS
}

const NO_WAYS: Ways = new Map()

const waysIn = readOnce((message): Ways => {
  const found = new Map<string, Set<Way>>()
  const note = (value: string, way: Way) => {
    const ways = found.get(value)
    if (ways) ways.add(way)
    else found.set(value, new Set([way]))
  }
  const fields = fieldsOf(message).filter(({ group }) => group !== 'location')
  for (const { group, name, value } of fields) if (group === 'header' && name === 'location') note(value, 'header')
  const outer = fields.flatMap(waysOf)
  const page = htmlValues(message).map((value): [string, Way] => [value, 'page'])
  for (const [value, way] of [...outer, ...page]) {
    note(value, way)
    for (const inner of unpack(value)) note(inner.value, inner.packing === 'url' ? way : inner.packing)
  }
  return found
})

const valuesIn = readOnce((message): ReadonlySet<string> => new Set(waysIn(message).keys()))

/** A field's value with its way; of a redirect's address, the values of its query and of its fragment. */
function waysOf({ group, name, value }: MessageField): [string, Way][] {
  if (group === 'query') return [[value, 'url']]
  if (group !== 'header' || (name !== 'location' && name !== 'referer')) return [[value, group as Way]]
  if (name === 'referer') return [[value, 'referer']]
  const cut = value.indexOf('#')
  const [address, fragment] = cut < 0 ? [value, ''] : [value.slice(0, cut), value.slice(cut)]
  const valuesOf = (part: string, way: Way) => urlParameters(part).map(([, inner]): [string, Way] => [inner, way])
  return [...valuesOf(address, 'url'), ...valuesOf(fragment, 'fragment')]
}

/** Which of the known secrets a message carries, decoded as its receiver decodes, and how. */
export function sightedIn(exchange: Messages, kind: MessageKind, known: readonly SecretReport[]): Sighted[] {
  const values = messageWays(exchange, kind)
  const found = new Map<string, Sighted>()
  for (const secret of known) {
    const whole = values.get(secret.value)
    const hash = whole ? undefined : hashesOf(secret).find((one) => values.has(one))
    const ways = whole ?? (hash === undefined ? undefined : values.get(hash))
    if (!ways) continue
    const { kind: of, value } = secret
    found.set(`${of} ${value}`, { kind: of, value, derived: !whole, ways: [...ways] })
  }
  return [...found.values()]
}

function carried(exchange: Messages, kind: MessageKind, known: readonly SecretReport[]): CarriedSecret[] {
  return sightedIn(exchange, kind, known).map(({ ways, ...secret }) => secret)
}

/** Values of attributes, such as hidden inputs and links: what the page will send when it is used. */
function htmlValues(message: HttpRequest | HttpResponse): string[] {
  if (!message.body || !/html/i.test(header(message, 'content-type') ?? '')) return []
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
