import { decodeJwt } from '@/lib/oauth/jwt'
import { SECRET_KINDS } from '@/lib/oauth/secrets'
import type { Exchange } from '@/lib/wire/exchange'
import { messageFields } from '@/lib/wire/fields'
import { type Recording, secretsOf } from './recording'

/** A live value of a run, and what stands in its place in a file. */
export interface NamedSecret {
  /** Such as `code~1`: made of characters that need no encoding in a URL, a cookie, a header or JSON. */
  name: string
  value: string
}

/** Unregistered values that servers hand out to recognise somebody by: transactions, anti-forgery values, cookies. */
const OPAQUE = /^[A-Za-z0-9_-]{32,}$/

/**
 * Every live value of a run, each once, in the order they came into the world: what the parties registered as a secret,
 * whatever else recognises somebody, the signatures of tokens nobody registered, the lab and its seed.
 */
export function namedSecrets(recording: Recording): NamedSecret[] {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  const add = (kind: string, value: string) => {
    if (value === '' || names.has(value)) return
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    names.set(value, `${kind}~${count}`)
  }
  add('lab', recording.lab.id)
  if (recording.seed !== null) add('seed', recording.seed)
  for (const { kind, value } of secretsOf(recording)) add(SECRET_KINDS[kind].label.replaceAll(' ', '_'), value)
  for (const exchange of withUnanswered(recording)) {
    for (const [name, value] of opaqueValues(exchange)) add(name, value)
  }
  return Array.from(names, ([value, name]) => ({ name, value }))
}

function withUnanswered({ exchanges, onTheWire }: Recording): Pick<Exchange, 'request' | 'response'>[] {
  return onTheWire ? [...exchanges, { request: onTheWire.request, response: null }] : [...exchanges]
}

function opaqueValues(exchange: Pick<Exchange, 'request' | 'response'>): [name: string, value: string][] {
  const fields = [...messageFields(exchange, 'request'), ...messageFields(exchange, 'response')]
    .filter(({ group, name }) => group !== 'json' && (group !== 'header' || name === 'dpop-nonce'))
    .map(({ name, value }): [string, string] => [name, value])
  const inputs = (exchange.response?.body ?? '').matchAll(/<input\b[^>]*\bname="([^"]+)"[^>]*\bvalue="([^"]*)"/g)
  const hidden = Array.from(inputs, ([, name = '', value = '']): [string, string] => [name, value])
  return [...fields, ...hidden].filter(([, value]) => OPAQUE.test(value)).map(([name, value]) => [plain(name), value])
}

const plain = (name: string) => name.replace(/[^A-Za-z0-9_]/g, '_')

/** The part of a token that makes it one: without its signature, a JWT is a public statement. */
export function powerOf(value: string): string {
  return decodeJwt(value)?.signature || value
}
