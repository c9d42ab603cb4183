import type { CitationId } from '@/lib/oauth/citations'
import type { SecretReport } from '@/lib/oauth/environment'
import type { SecretKind } from '@/lib/oauth/secrets'
import type { Exchange } from '@/lib/wire/exchange'
import { type Exposure, exposureOf } from '@/lib/wire/exposure'
import type { Place } from '@/lib/wire/place'
import type { GrantEntry } from '@/machines/kit/entry'
import type { Step } from '@/machines/kit/step'
import { type Tour, tourEvent } from '@/machines/kit/tour'
import { TRIALS } from '@/machines/kit/trials'

/** What was recorded in one lab. */
export interface Recorded {
  steps: readonly Step[]
  exchanges: readonly Exchange[]
  castSecrets: readonly SecretReport[]
  timeline: readonly { seq: number; phase: 'prepared' | 'answered'; places: Place[] }[]
}

/** Everything a cell of the table may be computed from: what one column's run recorded, and nothing else. */
export interface Evidence extends Recorded {
  entry: GrantEntry
  tour: Tour
  exposure: Exposure
  /** The run is at its end, trials included: what has not been seen by now does not happen. */
  complete: boolean
  /** Somebody presented a copy of the access token; null before that. */
  tokenTrial: Exchange | null
  /** The lab in which somebody redeemed a copy of a code; null before that. */
  elsewhere: Recorded | null
}

/**
 * - `fine`, `risky`: what was seen, where it matters · `fact`: a plain fact
 * - `stopped`: tried and refused: the defence worked · `breach`: tried, and it worked
 * - `absent`: the flow has no such thing · `unknown`: the run is not far enough
 */
export type Mark = 'fine' | 'risky' | 'fact' | 'stopped' | 'breach' | 'absent' | 'unknown'

/** The step in which it shows; `elsewhere`: in the lab of the code's trial. */
export interface Proof {
  step: number
  elsewhere: boolean
}

export interface Cell {
  mark: Mark
  /** The answer in a few words; cells that say the same do not differ. */
  words: string
  /** More of it, where there is more. */
  detail?: string
  proof: Proof | null
  cites?: readonly CitationId[]
}

/** One row of the table: a question, and how to read the answer off a run. */
export interface Criterion {
  id: string
  label: string
  /** How it is found out, in a sentence. */
  how: string
  judge(evidence: Evidence): Cell
}

export const NOT_YET: Cell = { mark: 'unknown', words: 'Run to the end to know', proof: null }

export function evidenceOf(
  entry: GrantEntry,
  tour: Tour,
  own: Recorded,
  { elsewhere, untried }: { elsewhere: Recorded | null; untried: boolean },
): Evidence {
  const honest = own.exchanges.filter(({ step }) => step !== TRIALS.token.step)
  return {
    ...own,
    entry,
    tour,
    exposure: exposureOf(honest, own.castSecrets, undefined, own.timeline),
    complete: tour.over && tourEvent(tour) === null && !untried,
    tokenTrial: own.exchanges.find(({ step }) => step === TRIALS.token.step) ?? null,
    elsewhere,
  }
}

/** Values of a kind that this run's messages made, oldest first. */
export function made({ exchanges }: Pick<Recorded, 'exchanges'>, wanted: SecretKind): string[] {
  return exchanges.flatMap(({ secrets }) => secrets.filter(({ kind }) => kind === wanted).map(({ value }) => value))
}

/** The step of an exchange, of its request or of its response. */
export function proofOf(steps: readonly Step[], seq: number | undefined, kind: Step['kind']): Proof | null {
  const step = steps.find(({ exchange, kind: own }) => exchange?.seq === seq && own === kind)
  return step ? { step: step.number, elsewhere: false } : null
}
