import type { Attempt } from '@/lib/attack-matrix/attempt'
import type { HonestSummary } from '@/lib/attack-matrix/honest'
import { type Grade, notYet } from './grade'

/** Switches by name, each with its value. */
export type Switches = Readonly<Record<string, string | number | boolean>>

/** What came of an attack, and of the flow it is made against, under the switches that the learner set. */
export interface FixRun {
  attack: Pick<Attempt, 'succeeded' | 'refusal' | 'emptyHanded'>
  honest: HonestSummary
  /** Names of the switches that are set otherwise than at the beginning. */
  changed: readonly string[]
  /** Of these, the ones without which it is all the same: the attack stopped, the honest flow working. Each was tried. */
  idle: readonly string[]
}

/** Body of `POST /api/attacks/fix`: the task, and the switches that the learner set. */
export interface FixWishes {
  attack: string
  grant: string
  case?: string
  preset: string
  policy?: Switches
  chosen: Switches
}

/** Answer to it. */
export interface FixAnswer extends FixRun {
  grade: Grade
}

/** Done when the attack is stopped and the honest flow still works. */
export function gradeFix({ attack, honest, changed, idle }: FixRun): Grade {
  if (attack.succeeded) {
    return notYet(
      changed.length === 0
        ? 'All switches are as they were, and the attack succeeds.'
        : `The attack still succeeds with ${listed(changed)} set as you have ${changed.length === 1 ? 'it' : 'them'}.`,
    )
  }
  const stopped = `The attack is stopped${attack.refusal ? ` by ${attack.refusal.check}` : ': nothing of use reaches the attacker'}`
  if (!honest.works) {
    const why = honest.refusedBy ? `: ${honest.refusedBy} refuses it` : ''
    return notYet(`${stopped}, but the honest flow no longer works${why}.`)
  }
  return { done: true, sentence: `${stopped}, and the honest flow works.${spare(idle)}`, proof: null }
}

/** What the learner could have done without. */
function spare(idle: readonly string[]): string {
  if (idle.length === 0) return ''
  return idle.length === 1
    ? ` ${listed(idle)} made no difference: it works without, too.`
    : ` Each of ${listed(idle)}, by itself, could be left as it was.`
}

const listed = (names: readonly string[]): string => new Intl.ListFormat('en').format(names)
