import type { CheckReport } from '@/lib/oauth/check'
import type { Party } from '@/lib/oauth/parties'
import type { Exchange } from './exchange'
import { type MessageField, type MessageKind, messageFields, packedInside } from './fields'
import { messageValues } from './secrets'

export { type MessageField, messageFields } from './fields'

/** Where a value first stood on the wire. */
export interface FirstSeen {
  seq: number
  kind: MessageKind
  /** Who sent that message. */
  by: Party
}

export interface FieldOrigin extends MessageField {
  /** Null when it is new in this message. */
  first: FirstSeen | null
  /** Checks of the receiver that read it, nearest first: in this exchange, or later on what it kept. */
  readBy: { seq: number; check: CheckReport }[]
}

/** Shorter values (`code`, `S256`, `openid`) occur everywhere: they count as the same only under the same name. */
const TELLING_LENGTH = 8

/**
 * For every field of a message: where its value came from, and who looked at it.
 *
 * @param exchanges the whole run, by `seq`
 * @param exchange the one looked at; also a draft that is not recorded yet
 */
export function provenance(exchanges: readonly Exchange[], exchange: Exchange, kind: MessageKind): FieldOrigin[] {
  const firsts = firstAppearances(exchanges, { seq: exchange.seq, kind })
  const later = exchanges.filter((other) => other.seq > exchange.seq)
  return messageFields(exchange, kind).map((field) => ({
    ...field,
    first: firstOf(field, firsts),
    readBy: readers(field, exchange, kind, later),
  }))
}

interface Appearances {
  byValue: Map<string, FirstSeen>
  byNameAndValue: Map<string, FirstSeen>
}

/** First appearance of every value before a message. */
function firstAppearances(exchanges: readonly Exchange[], before: { seq: number; kind: MessageKind }): Appearances {
  const byValue = new Map<string, FirstSeen>()
  const byNameAndValue = new Map<string, FirstSeen>()
  const keep = (map: Map<string, FirstSeen>, key: string, seen: FirstSeen): void => {
    if (!map.has(key)) map.set(key, seen)
  }
  for (const exchange of exchanges) {
    for (const seen of messagesOf(exchange).filter((message) => isBefore(message, before))) {
      for (const { name, value } of messageFields(exchange, seen.kind)) keep(byNameAndValue, `${name}=${value}`, seen)
      for (const value of messageValues(exchange, seen.kind)) keep(byValue, value, seen)
    }
  }
  return { byValue, byNameAndValue }
}

function messagesOf({ seq, from, to }: Exchange): FirstSeen[] {
  return [
    { seq, kind: 'request', by: from },
    { seq, kind: 'response', by: to },
  ]
}

function isBefore(message: FirstSeen, limit: { seq: number; kind: MessageKind }): boolean {
  if (message.seq !== limit.seq) return message.seq < limit.seq
  return message.kind === 'request' && limit.kind === 'response'
}

function firstOf({ name, value }: MessageField, { byValue, byNameAndValue }: Appearances): FirstSeen | null {
  const sameName = byNameAndValue.get(`${name}=${value}`)
  const candidates = [value, ...packedInside(value)].filter((one) => one.length >= TELLING_LENGTH)
  const elsewhere = candidates.map((one) => byValue.get(one)).find((seen) => seen !== undefined)
  return (value.length >= TELLING_LENGTH ? elsewhere : (sameName ?? elsewhere)) ?? null
}

function readers(
  field: MessageField,
  exchange: Exchange,
  kind: MessageKind,
  later: readonly Exchange[],
): FieldOrigin['readBy'] {
  const receiver = kind === 'request' ? exchange.to : exchange.from
  const found = readingChecks(exchange, receiver, field)
  // Headers and cookies are read with their own message; parameters are kept for later ones.
  if (field.group === 'header' || field.group === 'cookie') return found
  for (const other of later) {
    if (isReplaced(other, receiver, field)) break
    found.push(...readingChecks(other, receiver, field))
  }
  return found
}

function readingChecks({ seq, checks }: Exchange, reader: Party, field: MessageField): FieldOrigin['readBy'] {
  const looked = checks.filter(
    (check) =>
      check.by === reader &&
      ['passed', 'failed'].includes(check.verdict) &&
      check.reads.some((read) => isMeant(read, field)),
  )
  return looked.map((check) => ({ seq, check }))
}

/** Checks say `Content-Type` of a header, `cookie as_session` or `set-cookie` of a cookie, `code` of a parameter. */
function isMeant(read: string, { group, name }: MessageField): boolean {
  if (group === 'header') return read.toLowerCase() === name.toLowerCase()
  if (group === 'cookie') return read === `cookie ${name}` || read === 'set-cookie'
  return read === name
}

/** The same party has been sent another value under this name: later checks read that one. */
function isReplaced(exchange: Exchange, receiver: Party, { name, value }: MessageField): boolean {
  const kinds: MessageKind[] = exchange.to === receiver ? ['request'] : exchange.from === receiver ? ['response'] : []
  return kinds.some((kind) => {
    const namesakes = messageFields(exchange, kind).filter((field) => field.name === name)
    return namesakes.length > 0 && namesakes.every((field) => field.value !== value)
  })
}
