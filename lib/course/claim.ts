import type { SecretReport } from '@/lib/oauth/environment'
import { header } from '@/lib/oauth/http'
import type { Channel, Party } from '@/lib/oauth/parties'
import type { SecretKind } from '@/lib/oauth/secrets'
import type { Exchange } from '@/lib/wire/exchange'
import { exposureOf, type Mark } from '@/lib/wire/exposure'
import { type MessageKind, messageFields } from '@/lib/wire/fields'
import { carriedByRequest, carriedByResponse } from '@/lib/wire/secrets'
import type { Holder } from '@/lib/wire/sighting'
import { messagesUntil, type PlacesAt, type Point, placesUntil } from '@/lib/wire/story'

/** Something that can be true of a run. It is looked up in what was recorded, and never just stated. Plain JSON. */
export type Claim =
  /** The message at the point: who sends it to whom, and what it says. What is left out does not matter. */
  | { message: MessageClaim }
  /** A check of the exchange at the point: `{ check: 'verifier-matches', verdict: 'failed' }`. */
  | { check: string; verdict: 'passed' | 'failed' | 'off' | 'not-reached'; by?: Party }
  /** Who or what has had a secret of this kind by then; `never`: nobody of that name has, not even a hash of it. */
  | { holder: Holder; secret: SecretKind; mark: Mark | 'never' }
  /** A value of this kind, in full, lies in a place whose id begins so (`browser.cookies`, `client.`, `browser.`). */
  | { place: string; secret: SecretKind }
  | { not: Claim }
  | { all: readonly Claim[] }
  | { any: readonly Claim[] }

export interface MessageClaim {
  kind?: 'request' | 'response'
  from?: Party
  to?: Party
  channel?: Channel
  /** `POST`. */
  method?: string
  /** The path's end, without query: `/token`. Of a redirect: where it leads. */
  path?: string
  status?: number
  /** A secret it carries in full. */
  carries?: SecretKind
  /** A parameter or member it carries, by its name on the wire: `code_challenge`. */
  field?: string
}

/** A run as of a point. */
export interface Evidence {
  exchanges: readonly Exchange[]
  /** Secrets that were there before the first message. */
  castSecrets: readonly SecretReport[]
  timeline: readonly PlacesAt[]
  at: Point
}

/** Whether the run bears it out. */
export function holds(claim: Claim, evidence: Evidence): boolean {
  if ('not' in claim) return !holds(claim.not, evidence)
  if ('all' in claim) return claim.all.every((one) => holds(one, evidence))
  if ('any' in claim) return claim.any.some((one) => holds(one, evidence))
  if ('message' in claim) return messageHolds(claim.message, evidence)
  if ('check' in claim) return checkHolds(claim, evidence)
  if ('holder' in claim) return holderHolds(claim, evidence)
  return placeHolds(claim, evidence)
}

function messageHolds(claim: MessageClaim, evidence: Evidence): boolean {
  const { at } = evidence
  const exchange = exchangeAt(evidence)
  if (!exchange) return false
  const { from, to } = at.kind === 'request' ? exchange : { from: exchange.to, to: exchange.from }
  const seen = { kind: at.kind, from, to, channel: exchange.channel, ...headOf(exchange, at.kind) }
  const { carries, field, path, ...exact } = claim
  return (
    Object.entries(exact).every(([name, value]) => seen[name as keyof typeof seen] === value) &&
    (path === undefined || (seen.path ?? '').endsWith(path)) &&
    (carries === undefined || carriedAt(exchange, evidence).includes(carries)) &&
    (field === undefined || messageFields(exchange, at.kind).some(({ name }) => name === field))
  )
}

function headOf({ request, response }: Exchange, kind: MessageKind): Pick<MessageClaim, 'method' | 'path' | 'status'> {
  if (kind === 'request') return { method: request.method, path: new URL(request.url).pathname }
  const location = response && header(response, 'location')
  return {
    ...(response && { status: response.status }),
    ...(location && URL.canParse(location) && { path: new URL(location).pathname }),
  }
}

function carriedAt(exchange: Exchange, evidence: Evidence): SecretKind[] {
  const carried = evidence.at.kind === 'request' ? carriedByRequest : carriedByResponse
  return carried(exchange, knownTo(evidence))
    .filter(({ derived }) => !derived)
    .map(({ kind }) => kind)
}

function checkHolds({ check, verdict, by }: Extract<Claim, { check: string }>, evidence: Evidence): boolean {
  const reports = exchangeAt(evidence)?.checks ?? []
  return reports.some((one) => one.id === check && one.verdict === verdict && (by === undefined || one.by === by))
}

function holderHolds({ holder, secret, mark }: Extract<Claim, { holder: Holder }>, evidence: Evidence): boolean {
  const { secrets, cells } = exposureOf(evidence.exchanges, evidence.castSecrets, evidence.at, evidence.timeline)
  const ids = new Set(secrets.filter(({ kind }) => kind === secret).map(({ id }) => id))
  const marks = cells.filter((cell) => cell.holder === holder && ids.has(cell.secret)).map((cell) => cell.mark)
  return mark === 'never' ? marks.length === 0 : marks.includes(mark)
}

function placeHolds({ place, secret }: Extract<Claim, { place: string }>, evidence: Evidence): boolean {
  const told = messagesUntil(evidence.exchanges, evidence.at)
  const places = placesUntil(evidence.timeline, told, evidence.at).at(-1)?.places ?? []
  const values = knownTo(evidence)
    .filter(({ kind }) => kind === secret)
    .map(({ value }) => value)
  const cells = places.filter(({ id }) => id.startsWith(place)).flatMap(({ rows }) => rows.flatMap(Object.values))
  return cells.some((cell) => typeof cell === 'string' && values.some((value) => cell.includes(value)))
}

const exchangeAt = ({ exchanges, at }: Evidence) => exchanges.find(({ seq }) => seq === at.seq)

const knownTo = ({ castSecrets, exchanges }: Evidence): SecretReport[] => [
  ...castSecrets,
  ...exchanges.flatMap(({ secrets }) => secrets),
]
