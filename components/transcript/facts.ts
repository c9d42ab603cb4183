import type { CheckReport } from '@/lib/oauth/check'
import type { CitationId } from '@/lib/oauth/citations'
import type { Party } from '@/lib/oauth/parties'
import { SECRET_KINDS, type SecretKind } from '@/lib/oauth/secrets'
import type { Step } from '@/machines/kit/step'

/** Where a step stands to the cursor. `later`: recorded, but after the cursor. `planned`: has not happened. */
export type StepTime = 'past' | 'current' | 'later' | 'planned'

export interface StepOutcome {
  kind: 'passed' | 'refused' | 'dropped' | 'failed'
  /** `10 checks passed`, `refused: check 9 of 10`. */
  text: string
  /** The check that refused. */
  check: CheckReport | null
}

export interface CarriedFact {
  kind: SecretKind
  value: string
  /** `code`, `access token`. */
  text: string
}

/** Everything a view says about one step as of the cursor. Diagram, transcript and announcement all read this. */
export interface StepFacts {
  number: number
  time: StepTime
  title: string
  label: string
  from: Party
  to: Party
  /** `front channel`, `back channel`. */
  channel: 'front channel' | 'back channel'
  human: string | null
  /** What it carries in full; what was only hashed into it stands as the hash. */
  carried: CarriedFact[]
  /** Sent, and not yet delivered. */
  onTheWire: boolean
  /** The learner changed it on the way. */
  edited: boolean
  /** What its receiver made of it; null before that is known, and where nobody checks. */
  outcome: StepOutcome | null
}

/** A step's facts as of each time they were asked for: the same object, so that what it draws can stay as it is. */
const known = new WeakMap<Step, Map<string, StepFacts>>()

export function stepFacts(step: Step, cursor: number, head: number): StepFacts {
  const { kind, number } = step
  const time = timeOf(number, cursor, head)
  const until = time === 'later' ? head : cursor
  // A request is judged on delivery, so its outcome is known from the step after it; a response's at its own.
  const asOf: AsOf = {
    time,
    onTheWire: kind === 'request' && (time === 'current' || (time === 'later' && number === head)),
    judged: kind === 'request' ? number < until : number <= until,
  }
  const key = `${time} ${asOf.onTheWire} ${asOf.judged}`
  const found = known.get(step) ?? new Map<string, StepFacts>()
  const facts = found.get(key) ?? factsAsOf(step, asOf)
  known.set(step, found.set(key, facts))
  return facts
}

interface AsOf {
  time: StepTime
  onTheWire: boolean
  judged: boolean
}

function factsAsOf(step: Step, { time, onTheWire, judged }: AsOf): StepFacts {
  return {
    number: step.number,
    time,
    title: step.lesson.title,
    label: step.label,
    from: step.from,
    to: step.to,
    channel: step.channel === 'front' ? 'front channel' : 'back channel',
    human: step.human,
    carried: step.carries
      .filter(({ derived }) => !derived)
      .map(({ kind, value }) => ({ kind, value, text: SECRET_KINDS[kind].label })),
    onTheWire,
    edited: step.kind === 'request' && step.exchange !== null && step.exchange.prepared !== null,
    outcome: judged ? outcomeOf(step) : null,
  }
}

function timeOf(number: number, cursor: number, head: number): StepTime {
  if (number === cursor) return 'current'
  if (number < cursor) return 'past'
  return number <= head ? 'later' : 'planned'
}

function outcomeOf({ exchange, kind }: Step): StepOutcome | null {
  if (!exchange) return null
  if (exchange.outcome === 'dropped') return { kind: 'dropped', text: 'dropped on the way', check: null }
  if (exchange.outcome === 'failed') return { kind: 'failed', text: 'the app failed here', check: null }
  const judge = kind === 'request' ? exchange.to : exchange.from
  const checks = exchange.checks.filter(({ by, verdict }) => by === judge && verdict !== 'off')
  const failed = checks.findIndex(({ verdict }) => verdict === 'failed')
  if (failed >= 0) {
    return { kind: 'refused', text: `refused: check ${failed + 1} of ${checks.length}`, check: checks[failed] ?? null }
  }
  if (exchange.outcome === 'refused' && !exchange.checks.some(({ verdict }) => verdict === 'failed')) {
    return kind === 'request' ? { kind: 'refused', text: 'refused', check: null } : null
  }
  const passed = checks.filter(({ verdict }) => verdict === 'passed').length
  if (passed === 0) return null
  return { kind: 'passed', text: passed === 1 ? '1 check passed' : `${passed} checks passed`, check: null }
}

/** The clauses of a step: the machine's and the lesson's, each once. */
export const citesOf = (step: Step): CitationId[] => [...new Set([...step.cites, ...step.lesson.cites])]
