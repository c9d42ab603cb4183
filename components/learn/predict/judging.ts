import type { PlayerView } from '@/components/player/player-view'
import { type Evidence, holds } from '@/lib/course/claim'
import type { Prediction } from '@/lib/course/lesson-plan'
import type { Step } from '@/machines/kit/step'

type Recorded = Pick<PlayerView, 'steps' | 'castSecrets' | 'timeline'>

/** The run as of one of its steps; null for one that has not happened. */
export function evidenceAt({ steps, castSecrets, timeline }: Recorded, step: Step): Evidence | null {
  if (step.exchange === null) return null
  const bySeq = new Map(steps.flatMap(({ exchange }) => (exchange ? [[exchange.seq, exchange] as const] : [])))
  const exchanges = [...bySeq.values()].toSorted((one, other) => one.seq - other.seq)
  return { exchanges, castSecrets, timeline, at: { seq: step.exchange.seq, kind: step.kind } }
}

/** Id of the option that the run bears out; null where it bears out none. */
export function comeTrue({ options }: Prediction, evidence: Evidence): string | null {
  return options.find(({ claim }) => holds(claim, evidence))?.id ?? null
}
