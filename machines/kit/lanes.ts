import type { AnyStateMachine } from 'xstate'
import { PARTIES, type Party } from '@/lib/oauth/parties'
import { movesOf } from './reading'
import type { Step } from './step'

/**
 * The lanes of a run, in their fixed order: whoever takes part in any move of the grant, so that no lane comes or goes
 * with the way a run takes, and whoever else was seen in a message.
 */
export function lanesOf(machine: AnyStateMachine, steps: readonly Pick<Step, 'from' | 'to'>[]): Party[] {
  const moves = movesOf(machine)
  const present = new Set([...moves, ...steps].flatMap(({ from, to }) => [from, to]))
  if (moves.some(({ human }) => human !== undefined)) present.add('user')
  return PARTIES.filter((party) => present.has(party))
}
