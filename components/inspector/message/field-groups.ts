import { type HttpRequest, type HttpResponse, header } from '@/lib/oauth/http'
import type { Party } from '@/lib/oauth/parties'
import type { SecretKind } from '@/lib/oauth/secrets'
import type { Exchange } from '@/lib/wire/exchange'
import { packedInside } from '@/lib/wire/fields'
import { type FieldOrigin, messageFields, provenance } from '@/lib/wire/provenance'
import type { CarriedSecret, Step } from '@/machines/kit/step'
import { matched } from './editor/draft'

export type Side = 'request' | 'response'

/** One value of the message, with everything there is to say about it. */
export interface MessageRow {
  id: string
  name: string
  value: string
  secret: CarriedSecret | null
  /** Where it came from, in words: `made at step 2 by Photo app`. Null when it is of this message only. */
  from: { step: number; party: Party; made: boolean } | null
  /** Steps and parties whose checks read it. */
  readBy: { step: number; party: Party }[]
  /** `Path=/; HttpOnly; Secure`, of a cookie that is being set. */
  attributes: string | null
  /** What the sender had prepared, when the learner changed it on the way; undefined when nothing changed. */
  was?: string | null
  removed: boolean
}

export interface RowGroup {
  group: FieldOrigin['group']
  rows: MessageRow[]
  /** Headers that no check reads and that carry no secret. */
  quiet: MessageRow[]
}

const ORDER: readonly FieldOrigin['group'][] = ['location', 'query', 'form', 'json', 'cookie', 'header']

const TELLING_HEADERS = ['authorization', 'location', 'www-authenticate']

/** Every value of one side of an exchange, in groups. `step` is the step of that message. */
export function rowGroups(exchange: Exchange, side: Side, step: Step, steps: readonly Step[]): RowGroup[] {
  const exchanges = recorded(steps)
  const origins = provenance(exchanges, exchange, side)
  const before =
    side === 'request' && exchange.prepared ? messageFields({ request: exchange.prepared, response: null }, side) : null
  return ORDER.flatMap((group) => {
    const own = origins.filter((origin) => origin.group === group)
    const rows = own.map((origin, index) => rowOf(origin, index, { exchange, side, step, steps }))
    const all = before
      ? withPast(
          rows,
          before.filter((field) => field.group === group),
        )
      : rows
    if (all.length === 0) return []
    const quiet = group === 'header' ? all.filter(isQuiet) : []
    return [{ group, rows: all.filter((row) => !quiet.includes(row)), quiet }]
  })
}

function recorded(steps: readonly Step[]): Exchange[] {
  const bySeq = new Map<number, Exchange>()
  for (const { exchange } of steps)
    if (exchange && (!bySeq.has(exchange.seq) || exchange.response)) bySeq.set(exchange.seq, exchange)
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq)
}

interface Context {
  exchange: Exchange
  side: Side
  step: Step
  steps: readonly Step[]
}

function rowOf(origin: FieldOrigin, index: number, { exchange, side, step, steps }: Context): MessageRow {
  const { group, name, value } = origin
  const secret = secretIn(value, step.carries)
  return {
    id: `${group} ${name} ${index}`,
    name,
    value,
    secret,
    from: secret ? secretFrom(secret, step.number, steps) : group === 'header' ? null : fromWhere(origin, steps),
    readBy: readers(origin, steps),
    attributes: group === 'cookie' && side === 'response' ? attributesOf(exchange.response, name) : null,
    removed: false,
  }
}

function secretIn(value: string, carries: readonly CarriedSecret[]): CarriedSecret | null {
  const whole = carries.find((secret) => secret.value === value)
  if (whole) return whole
  const inside = packedInside(value)
  return carries.find((secret) => !secret.derived && inside.includes(secret.value)) ?? null
}

function fromWhere({ first }: FieldOrigin, steps: readonly Step[]): MessageRow['from'] {
  const step = first && steps.find((one) => one.exchange?.seq === first.seq && one.kind === first.kind)
  return step ? { step: step.number, party: first.by, made: false } : null
}

/** The first message that carried the secret itself, and who made it. */
function secretFrom(secret: CarriedSecret, before: number, steps: readonly Step[]): MessageRow['from'] {
  const same = (one: CarriedSecret) => one.kind === secret.kind && one.value === secret.value
  const step = steps.find((one) => one.number < before && one.carries.some(same))
  if (!step) return null
  const maker = makerOf(secret, steps)
  return { step: step.number, party: maker ?? step.from, made: maker !== null }
}

export function makerOf({ kind, value }: { kind: SecretKind; value: string }, steps: readonly Step[]): Party | null {
  for (const { exchange } of steps) {
    const report = exchange?.secrets.find((secret) => secret.kind === kind && secret.value === value)
    if (report) return report.madeBy
  }
  return null
}

function readers({ readBy }: FieldOrigin, steps: readonly Step[]): MessageRow['readBy'] {
  const found = new Map<string, { step: number; party: Party }>()
  for (const { seq, check } of readBy) {
    const step = steps.find((one) => one.exchange?.seq === seq && one.kind === 'response' && one.state === 'done')
    if (step) found.set(`${step.number} ${check.by}`, { step: step.number, party: check.by })
  }
  return [...found.values()]
}

function attributesOf(response: HttpResponse | null, cookie: string): string | null {
  const line = response?.headers.find(([name, value]) => name === 'set-cookie' && value.startsWith(`${cookie}=`))?.[1]
  const [, ...attributes] = line?.split(';') ?? []
  return attributes.map((attribute) => attribute.trim()).join('; ') || null
}

function withPast(rows: MessageRow[], before: { name: string; value: string }[]): MessageRow[] {
  const fields = matched(
    rows.map(({ name, value }) => [name, value]),
    before.map(({ name, value }) => [name, value]),
    0,
  )
  return fields.map((field, index): MessageRow => {
    const row = rows[index]
    if (!row) {
      const gone = { secret: null, from: null, readBy: [], attributes: null }
      return { ...gone, id: `gone ${index}`, name: field.name, value: field.value, was: field.value, removed: true }
    }
    const was = field.was?.[1] ?? null
    return was === row.value ? row : { ...row, was }
  })
}

function isQuiet(row: MessageRow): boolean {
  return !row.secret && row.readBy.length === 0 && row.was === undefined && !TELLING_HEADERS.includes(row.name)
}

/** The body of a message that is neither a form nor JSON: a page, as text. */
export function otherBody(message: HttpRequest | HttpResponse): { type: string; text: string } | null {
  const type = (header(message, 'content-type') ?? 'text').toLowerCase()
  if (!message.body || type.startsWith('application/x-www-form-urlencoded') || /[/+]json/.test(type)) return null
  return { type: type.split(';')[0] ?? type, text: message.body }
}
