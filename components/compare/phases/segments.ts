import type { Phase } from '@/machines/kit/meta'
import type { Step } from '@/machines/kit/step'
import { type Tour, tourAhead } from '@/machines/kit/tour'
import { TRIALS } from '@/machines/kit/trials'

/** What columns are aligned by, as it usually comes: phases of the grants, and the trial of what can be copied. */
export const STAGES = [
  'register',
  'ask',
  'decide',
  'return',
  'redeem',
  'exchange',
  'use',
  'thief',
  'renew',
  'revoke',
] as const

export type Stage = (typeof STAGES)[number]

/** One stage of one column, as far as it went. */
export interface Segment {
  stage: Stage
  phase: Phase | 'thief'
  steps: Step[]
  /** Nothing of it is still to come. */
  complete: boolean
}

/** What a column is cut from. */
export interface Cut {
  /** Everything that happened, in the column's own lab. */
  steps: readonly Step[]
  tour: Tour
  /** Values that were issued and that nobody who found them has tried yet. */
  untried: boolean
  /** Steps of the trial that was made in a lab of its own. */
  elsewhere: readonly Step[]
}

/** Passwords are traded for tokens where codes are: the two stand side by side. */
function stageOf(phase: Phase): Stage {
  if (phase === 'password') return 'redeem'
  return STAGES.find((stage) => stage === phase) ?? 'use'
}

/** A column in stages: what happened, then what usually comes. */
export function segmentsOf({ steps, tour, untried, elsewhere }: Cut): Segment[] {
  const segments: Segment[] = []
  const at = (stage: Stage, phase: Segment['phase']): Segment => {
    const last = segments.at(-1)
    if (last?.stage === stage) return last
    const fresh: Segment = { stage, phase, steps: [], complete: true }
    segments.push(fresh)
    return fresh
  }
  const trials = new Set(steps.flatMap(({ exchange }) => (exchange?.step === TRIALS.token.step ? [exchange.seq] : [])))
  for (const step of steps) {
    const { seq, parent } = step.exchange ?? {}
    const trial = trials.has(parent ?? seq ?? 0)
    at(trial ? 'thief' : stageOf(step.phase), trial ? 'thief' : step.phase).steps.push(step)
  }
  if (elsewhere.length > 0) thiefOf(segments).steps.push(...elsewhere)
  const ahead = tourAhead(tour)
  const byNext = ahead.filter((move) => move.byNext)
  const coming = (moves: typeof ahead) => {
    for (const { meta } of moves) at(stageOf(meta.phase), meta.phase).complete = false
  }
  coming(byNext)
  if (!tour.over || untried) {
    const tried = segments.find(({ stage }) => stage === 'thief')
    if (tried) tried.complete = false
    else at('thief', 'thief').complete = false
  }
  coming(ahead.filter((move) => !move.byNext))
  return segments
}

/** A trial of the code alone still stands where thieves stand: before the access ends. */
function thiefOf(segments: Segment[]): Segment {
  const found = segments.find(({ stage }) => stage === 'thief')
  if (found) return found
  const fresh: Segment = { stage: 'thief', phase: 'thief', steps: [], complete: true }
  const before = segments.findIndex(({ stage }, at) => at > 0 && (stage === 'renew' || stage === 'revoke'))
  segments.splice(before < 0 ? segments.length : before, 0, fresh)
  return fresh
}
