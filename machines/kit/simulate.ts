import { type AnyMachineSnapshot, type AnyStateMachine, transition } from 'xstate'
import type { Arrival } from '@/lib/wire/exchange'
import type { MoveMeta } from './meta'
import { can, has, metaOf } from './reading'

/** What would happen, by XState's pure `transition`: nothing is sent and no actor runs. */

/** The snapshot after the learner pressed Next in a waiting state. */
export function afterNext(machine: AnyStateMachine, snapshot: AnyMachineSnapshot): AnyMachineSnapshot {
  return transition(machine, snapshot, { type: 'learner.next' })[0]
}

/** The snapshot after a move was answered with `arrival`. */
export function afterAnswer(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  arrival: Arrival,
): AnyMachineSnapshot {
  const output = { seq: 0, outcome: arrival === 'refusal' ? 'refused' : 'accepted', arrival }
  return transition(machine, snapshot, { type: 'xstate.done.actor.exchange', actorId: 'exchange', output })[0]
}

/** More presses of Next than any grant needs: a plan that does not arrive ends here. */
const FARTHEST = 60

/** What arrives at a move; where nobody knows better, what its meta says. */
type Foresight = (meta: MoveMeta) => Arrival

/** The moves that usually come, the one under way first, until the grant is done or nobody can say. */
export function usualWay(
  machine: AnyStateMachine,
  from: AnyMachineSnapshot,
  arrives: Foresight = ({ usually }) => usually,
): MoveMeta[] {
  const way: MoveMeta[] = []
  let snapshot = from
  for (let press = 0; press < FARTHEST; press += 1) {
    const meta = metaOf(snapshot)
    if (meta.kind === 'move') {
      way.push(meta)
      snapshot = afterAnswer(machine, snapshot, arrives(meta))
    } else if (!has(snapshot, 'done') && can(snapshot, 'learner.next')) {
      snapshot = afterNext(machine, snapshot)
    } else {
      break
    }
  }
  return way
}
