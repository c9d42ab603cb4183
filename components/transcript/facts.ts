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

export function stepFacts(step: Step, cursor: number, head: number): StepFacts {
  const time = timeOf(step.number, cursor, head)
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
    onTheWire: step.kind === 'request' && (time === 'current' || (time === 'later' && step.number === head)),
    edited: step.kind === 'request' && step.exchange !== null && step.exchange.prepared !== null,
    outcome: outcomeOf(step, time === 'later' ? head : cursor),
  }
}

function timeOf(number: number, cursor: number, head: number): StepTime {
  if (number === cursor) return 'current'
  if (number < cursor) return 'past'
  return number <= head ? 'later' : 'planned'
}

/** A request is judged on delivery, so its outcome is known from the step after it; a response's at its own. */
function outcomeOf(step: Step, until: number): StepOutcome | null {
  const { exchange, kind, number } = step
  if (!exchange || (kind === 'request' ? number >= until : number > until)) return null
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
