import type { Exchange } from './exchange'
import type { MessageKind } from './fields'
import type { Place } from './place'

/** A point in a run: right after a request was put on the wire, or after its response was taken in. */
export interface Point {
  seq: number
  kind: MessageKind
}

/** One message of a run, in its place in time. */
export interface Told extends Point {
  exchange: Exchange
  /** The receiver got it: a request was answered, a response is there. */
  delivered: boolean
}

/** What was stored where, right after a message was prepared or answered. */
export interface PlacesAt {
  seq: number
  phase: 'prepared' | 'answered'
  places: readonly Place[]
}

/** Everything recorded. */
export const END: Point = { seq: Infinity, kind: 'response' }

/**
 * The messages of a run in the order they happened, up to a point and with it: a server that asks another one
 * before it answers does so between its request and its response.
 */
export function messagesUntil(exchanges: readonly Exchange[], upTo: Point = END): Told[] {
  const all = exchanges
    .filter(({ parent }) => parent === null || !exchanges.some(({ seq }) => seq === parent))
    .flatMap((exchange) => withChildren(exchange, exchanges))
  const last = all.findIndex(({ seq, kind }) => seq === upTo.seq && kind === upTo.kind)
  const told = last >= 0 ? all.slice(0, last + 1) : all.filter(({ seq }) => seq <= upTo.seq)
  const answered = new Set(told.filter(({ kind }) => kind === 'response').map(({ seq }) => seq))
  const received = (seq: number) => answered.has(seq) || told.some(({ exchange }) => exchange.parent === seq)
  return told.map((message) => ({ ...message, delivered: message.kind === 'response' || received(message.seq) }))
}

function withChildren(exchange: Exchange, exchanges: readonly Exchange[]): Told[] {
  const { seq, response } = exchange
  const children = exchanges.filter(({ parent }) => parent === seq).flatMap((child) => withChildren(child, exchanges))
  const message = (kind: MessageKind): Told => ({ seq, kind, exchange, delivered: false })
  return [message('request'), ...children, ...(response ? [message('response')] : [])]
}

/** What was stored where as of the last of these messages, oldest first. */
export function placesUntil(places: readonly PlacesAt[], told: readonly Told[], upTo: Point): readonly PlacesAt[] {
  if (upTo.seq === Infinity) return places
  const reached = ({ seq, phase }: PlacesAt) =>
    told.some((message) => message.seq === seq && (message.kind === messageOf(phase) || isLost(message, upTo)))
  return places.filter((moment) => moment.seq === 0 || reached(moment))
}

/** A dropped message has no answer; what came after it was dropped counts as what came after its answer. */
function isLost({ exchange }: Told, upTo: Point): boolean {
  return exchange.response === null && !(upTo.seq === exchange.seq && upTo.kind === 'request')
}

export function messageOf(phase: PlacesAt['phase']): MessageKind {
  return phase === 'prepared' ? 'request' : 'response'
}
