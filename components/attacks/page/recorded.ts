import { initialTransition } from 'xstate'
import { firstDifference } from '@/components/compare/phases/difference'
import { stepsOf } from '@/components/player/run/view'
import type { AttemptAnswer } from '@/lib/attack-matrix/contract'
import type { LoadedGrant } from '@/machines/kit/entry'
import { type PartyNames, partyNames } from '@/machines/kit/party-names'
import type { Step } from '@/machines/kit/step'
import { type RunVerdict, verdictOf } from '../verdict'

/** A run that is over, as its column shows it. */
export interface Recorded {
  names: PartyNames
  steps: Step[]
  verdict: RunVerdict
  honest: AttemptAnswer['honest']
}

const NOBODY = { account: { username: 'alice', password: '' } }

/** The messages of a run as steps, projected as everywhere. */
export function recordedRun(entry: LoadedGrant, answer: AttemptAnswer, oracle: string): Recorded {
  const { exchanges, castSecrets, honest } = answer
  const [{ context }] = initialTransition(entry.machine, NOBODY)
  const machine = entry.machine.resolveState({ value: 'over', context })
  const steps = stepsOf({ entry }, { exchanges, castSecrets, machine })
  return { names: partyNames(entry.client), steps, verdict: verdictOf(answer, steps, oracle), honest }
}

/** Where two runs first say different things. */
export interface RunDifference {
  /** Number of the step in each; null where it has none there. */
  steps: readonly [number | null, number | null]
  /** How each has it. */
  has: readonly [string, string]
}

export function differenceOf(before: Recorded, after: Recorded): RunDifference | null {
  const told = [before, after].map(({ names, steps }) => ({ names, rows: [steps] }))
  const found = firstDifference(told, 1)
  if (!found) return null
  const [one = null, other = null] = found.steps
  const [here = '', there = ''] = found.has
  return { steps: [one, other], has: [here, there] }
}
