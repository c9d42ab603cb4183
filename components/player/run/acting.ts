import type { AnyMachineSnapshot } from 'xstate'
import type { LabInformation } from '@/lib/lab/contract'
import { pathOf } from '@/machines/kit/reading'
import type { Step } from '@/machines/kit/step'
import type { Acting, BranchView } from '../player-view'
import { branchName, forkStep } from './branch-names'
import { branchOf, isEnd, type Mark, markAt, snapshotOf } from './branches'
import type { Run } from './run'
import type { Branching, RunState } from './run-state'

/** Where the viewer stands in the run, and what comes of acting there. */
export interface Stand {
  acting: Acting
  /** The machine as it was there. */
  machine: AnyMachineSnapshot
  visited: ReadonlySet<string>
  /** The lab's time there; null for the lab's time now. */
  clock: LabInformation['clock'] | null
}

/**
 * @param atHead the viewer looks at the last thing that happened on the branch
 * @param step the step looked at; null before the first
 */
export function standAt(
  { entry }: Pick<Run, 'entry'>,
  { branching, machine, visited }: RunState,
  atHead: boolean,
  step: Step | null,
): Stand {
  if (!branching) return { acting: atHead ? 'here' : null, machine, visited, clock: null }
  const { branches, live, shown } = branching
  const branch = branchOf(branches, shown)
  const mark = atHead ? null : markAt(branch, step)
  const until = mark ? branch.marks.indexOf(mark) + 1 : branch.marks.length
  const been = new Set(branch.marks.slice(0, until).map((one) => pathOf(snapshotOf(entry.machine, one.machine))))
  if (atHead) {
    const clock = shown === live ? null : (branch.marks.at(-1)?.clock ?? null)
    return { acting: shown === live ? 'here' : 'go-live', machine, visited: been.add(pathOf(machine)), clock }
  }
  if (!mark) return { acting: null, machine, visited: been, clock: null }
  const acting = isEnd(branch, mark) ? 'go-live' : 'fork'
  return { acting, machine: snapshotOf(entry.machine, mark.machine), visited: been, clock: mark.clock }
}

/** Where the servers have to be put before somebody acts: null when that is the branch's own end. */
export function forkMark({ branches, shown }: Branching, step: Step | null): Mark | null {
  const branch = branchOf(branches, shown)
  const mark = markAt(branch, step)
  return mark && !isEnd(branch, mark) ? mark : null
}

export function branchViews(branching: Branching | undefined): BranchView[] {
  if (!branching) return []
  const { branches, live, shown } = branching
  return branches.map((branch) => {
    const parent = branches.find(({ id }) => id === branch.parent) ?? null
    const name = branchName(branch, branches)
    return { id: branch.id, name, step: forkStep(branch, parent), live: branch.id === live, shown: branch.id === shown }
  })
}
