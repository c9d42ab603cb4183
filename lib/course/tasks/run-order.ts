import type { MoveCall } from '@/lib/lab/contract'
import type { HttpRequest } from '@/lib/oauth/http'
import type { CheckReport } from '@/lib/oauth/report'
import type { Exchange } from '@/lib/wire/exchange'
import type { Transport } from '@/machines/kit/transport'
import type { Card, Twist } from './cards'

/** What became of one card. After anything but `answered` nothing more is sent. */
export type OrderLine =
  | { kind: 'answered'; card: Card; exchange: Exchange }
  /** A party said no. `check`: which of its checks; null when it named none. */
  | { kind: 'refused'; card: Card; exchange: Exchange; check: string | null }
  /** Its sender had nothing to send. */
  | { kind: 'nothing'; card: Card; sentence: string }

/**
 * Really makes the moves in this order, in the lab behind `transport`, and tells message by message what came of it.
 *
 * @param way the flow's own cards: says which of two equal messages is which
 * @throws what the transport throws when the app itself fails
 */
export async function* runOrder(
  order: readonly Card[],
  way: readonly Card[],
  transport: Transport,
): AsyncGenerator<OrderLine> {
  const left = [...way]
  for (const card of order) {
    const own = left.findIndex((other) => sameMessage(card, other))
    const [named = card] = own === -1 ? [] : left.splice(own, 1)
    const line = await makeMove(card, named.call, transport)
    yield line.kind === 'answered' && isRefused(line.exchange, named)
      ? { kind: 'refused', card, exchange: line.exchange, check: refusedBy(line.exchange)?.id ?? null }
      : line
    if (line.kind === 'nothing' || isRefused(line.exchange, named)) return
  }
}

/** Two cards for one and the same message, such as a retry: whichever is put first is the first one. */
function sameMessage(one: Card, other: Card): boolean {
  const bytes = ({ from, to, line, twist, call: { move, input } }: Card) => [from, to, line, twist, move, input]
  return JSON.stringify(bytes(one)) === JSON.stringify(bytes(other))
}

type Made = Exclude<OrderLine, { kind: 'refused' }>

async function makeMove(card: Card, call: MoveCall, { prepare, deliver }: Transport): Promise<Made> {
  try {
    const { request, nothing } = await prepare(call)
    if (nothing !== undefined) return { kind: 'nothing', card, sentence: nothing }
    const sent = twisted(request, card.twist)
    if (!isAsSaid(card, sent)) return { kind: 'nothing', card, sentence: otherMessage(card, sent) }
    const exchange = await deliver(call, card.twist ? { request: sent } : {})
    return { kind: 'answered', card, exchange }
  } catch (error) {
    if (isConflict(error)) return { kind: 'nothing', card, sentence: error.message }
    throw error
  }
}

/** The lab answers 409 when a party has nothing to send yet; its sentence says why. */
const isConflict = (error: unknown): error is Error =>
  error instanceof Error && 'status' in error && error.status === 409

/** A browser goes where it was told to go, whatever the card says. */
export function isAsSaid({ line }: Card, { method, url }: HttpRequest): boolean {
  const [verb, path = ''] = line.split(' ')
  return method === verb && new URL(url).pathname.endsWith(path)
}

function otherMessage({ line }: Card, { method, url }: HttpRequest): string {
  const { pathname } = new URL(url)
  return `Nobody was told to send ${line} here. What comes next is ${method} ${pathname.slice(pathname.lastIndexOf('/'))}.`
}

function twisted(request: HttpRequest, twist: Twist | undefined): HttpRequest {
  const without = (names: readonly string[]) => request.headers.filter(([name]) => !names.includes(name.toLowerCase()))
  if (twist === 'bare') return { ...request, headers: without(['authorization']) }
  if (twist !== 'get') return request
  const url = new URL(request.url)
  url.search = request.body ?? ''
  return { method: 'GET', url: url.href, headers: without(['content-type', 'content-length']), body: null }
}

/** Something else arrived than usual, and it was a no. That somebody has to wait, or to ask again, is none. */
export function isRefused({ outcome, arrival }: Exchange, { usually }: Pick<Card, 'usually'>): boolean {
  if (arrival === usually || WAITS.includes(arrival)) return false
  return outcome === 'refused' || NOES.includes(arrival)
}

const WAITS: readonly Exchange['arrival'][] = ['pending', 'slow-down', 'nonce-demanded']
const NOES: readonly Exchange['arrival'][] = ['refusal', 'error-page', 'denied', 'expired']

/** The check that refused it: the receiver's, or the sender's own where the answer was one it did not trust. */
export function refusedBy({ checks, to, response }: Pick<Exchange, 'checks' | 'to' | 'response'>): CheckReport | null {
  const refusedThere = (response?.status ?? 0) >= 400
  return checks.find(({ verdict, by }) => verdict === 'failed' && (by === to || !refusedThere)) ?? null
}
