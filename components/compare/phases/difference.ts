import { SECRET_KINDS } from '@/lib/oauth/secrets'
import { messageFields } from '@/lib/wire/fields'
import type { PartyNames } from '@/machines/kit/party-names'
import type { Step } from '@/machines/kit/step'

/** Where columns first say different things. */
export interface Difference {
  /** Position of the row. */
  row: number
  /** Number of the step in each column; null where the column has none there. */
  steps: (number | null)[]
  /** What is compared: `the way`, `the message`. */
  what: string
  /** How each column has it. */
  has: string[]
}

export interface Told {
  names: PartyNames
  /** The column's steps in each row; null where it has no such stage. */
  rows: readonly (readonly Step[] | null)[]
}

/** Values that say what kind of message it is; of every other parameter only the presence counts. */
const TELLING = [
  'response_type',
  'response_mode',
  'grant_type',
  'code_challenge_method',
  'prompt',
  'client_id',
  'scope',
]

/** Of these, what says most. */
const PLAINEST = ['response_type', 'grant_type']

/** The first step, row by row, in which the columns differ; null while they do not. */
export function firstDifference(columns: readonly Told[], rows: number): Difference | null {
  for (let row = 0; row < rows; row += 1) {
    const found = inRow(columns, row)
    if (found) return { row, ...found }
  }
  return null
}

function inRow(columns: readonly Told[], row: number): Omit<Difference, 'row'> | null {
  const differentApps = new Set(columns.map(({ names }) => names.client.name)).size > 1
  const cells = columns.map(({ rows }) => rows[row]?.filter((step) => !differentApps || !isPrivate(step)) ?? null)
  const numbers = (at: number) => cells.map((steps) => steps?.[at]?.number ?? null)
  if (cells.some((steps) => steps === null)) {
    const has = cells.map((steps) => (steps === null ? 'no such phase' : counted(steps.length)))
    return { steps: numbers(0), what: 'the phase', has }
  }
  const longest = Math.max(...cells.map((steps) => steps?.length ?? 0))
  for (let at = 0; at < longest; at += 1) {
    const traits = columns.map(({ names }, index) => traitsOf(cells[index]?.[at], names))
    const kinds = new Set(traits.flatMap((one) => [...one.keys()]))
    for (const what of kinds) {
      const has = traits.map((one) => one.get(what) ?? `no ${what}`)
      if (new Set(has).size > 1) return { steps: numbers(at), what, has }
    }
  }
  return null
}

/** Which pages an app has is its own affair, and no difference of the flows; but for the one that takes what they bring. */
function isPrivate({ from, to, kind, carries }: Step): boolean {
  if (from === 'client' && to === 'browser') return true
  const brings = kind === 'request' && carries.some((secret) => secret.kind !== 'session_cookie')
  return from === 'browser' && to === 'client' && !brings
}

const counted = (messages: number) => (messages === 1 ? '1 message' : `${messages} messages`)

/** What can be told of a message without its secrets, the plainest first. */
function traitsOf(step: Step | undefined, names: PartyNames): Map<string, string> {
  if (!step?.exchange) return new Map([['the way', 'no further message']])
  const { from, to, label, carries, exchange, kind } = step
  const carried = new Set(carries.filter(({ derived }) => !derived).map((secret) => SECRET_KINDS[secret.kind].label))
  const fields = messageFields(exchange, kind).filter(({ group }) => group !== 'header' && group !== 'cookie')
  return new Map([
    ['the way', `${names[from].role} → ${names[to].role}`],
    ['the message', label],
    ...fields.filter(({ name }) => PLAINEST.includes(name)).map(told),
    ...[...carried].map((secret): [string, string] => [secret, `carries the ${secret}`]),
    ...fields.map(told),
  ])
}

const told = ({ name, value }: { name: string; value: string }): [string, string] => [
  name,
  TELLING.includes(name) ? `${name}=${value}` : name,
]
