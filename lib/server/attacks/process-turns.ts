import 'server-only'
import { Turns } from './turns'

interface AttackTurns {
  /** Whole matrices. */
  matrices: Turns
  /** One run of one attack, or one cell: a matrix lets others in between two cells. */
  runs: Turns
}

const MOST_MATRICES = 20
const MOST_RUNS = 60

/** Route handlers load separate copies of this module: the state is pinned here. */
const pinned = globalThis as typeof globalThis & { grantLabAttacks?: AttackTurns }

export function processTurns(): AttackTurns {
  pinned.grantLabAttacks ??= { matrices: new Turns(MOST_MATRICES), runs: new Turns(MOST_RUNS) }
  return pinned.grantLabAttacks
}
