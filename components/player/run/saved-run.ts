import type { Snapshot } from 'xstate'
import type { SentEvent } from '@/lib/export/recording'
import { type Branch, branchOf, type Mark } from './branches'
import type { Branching, RunState } from './run-state'

/** What a tab remembers of a run, so that a reload returns to the same lab, branch and step. */
export interface SavedRun {
  lab: string
  /** Of the branch that the servers stood in. */
  machine: Snapshot<unknown>
  /** What the learner did there; left out by those who need it not. */
  sent?: readonly SentEvent[]
  /** Step looked at; null follows the head. */
  cursor: number | null
  /** The branch that the machine is of; left out: the live one. */
  branch?: number
  /** The branch looked at; left out: the live one. */
  shown?: number
}

/** A branch's machine at each step; its messages are the lab's to remember. */
export interface SavedBranch {
  marks: readonly Mark[]
  head: Snapshot<unknown>
  sent: readonly SentEvent[]
}

const keyOf = (flow: string, options: string) => `grant-lab run ${flow} ${options}`
const branchKey = (lab: string, branch: number | '') => `grant-lab branch ${lab} ${branch}`

/** Session storage may be full or forbidden: then a reload starts a new run. */
export function saveRun(flow: string, options: string, run: SavedRun): void {
  if (!write(keyOf(flow, options), run)) forgetRun(flow, options)
}

/**
 * Remembers where a run stands, and its branches.
 *
 * @param flow what the run is remembered by; null: not at all
 * @param before what was remembered last: branches that came no further since are left alone
 */
export function saveProgress(flow: string | null, options: string, state: RunState, before?: Branching): void {
  const { lab, cursor, branching } = state
  if (flow === null || !branching) return
  const { branches, live, shown } = branching
  const { head, sent } = branchOf(branches, live)
  saveRun(flow, options, { lab: lab.id, cursor, shown, branch: live, machine: head, sent })
  for (const branch of branches) {
    const marks = before?.branches.find(({ id }) => id === branch.id)?.marks
    if (marks !== branch.marks || before?.live !== live) saveBranch(lab.id, branch)
  }
}

function saveBranch(lab: string, { id, marks, head, sent }: Branch): void {
  write(branchKey(lab, id), { marks, head, sent } satisfies SavedBranch)
}

export function savedRun(flow: string, options: string): SavedRun | null {
  return read(keyOf(flow, options))
}

export function savedBranch(lab: string, branch: number): SavedBranch | null {
  return read(branchKey(lab, branch))
}

export function forgetRun(flow: string, options: string): void {
  try {
    const lab = savedRun(flow, options)?.lab
    sessionStorage.removeItem(keyOf(flow, options))
    if (lab === undefined) return
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(branchKey(lab, ''))) sessionStorage.removeItem(key)
    }
  } catch {
    // Forbidden storage holds nothing to forget.
  }
}

/** Every run this tab remembers: the flow, and the lab it runs in. */
export function savedRuns(): { flow: string; lab: string }[] {
  try {
    return Object.keys(sessionStorage).flatMap((key) => {
      const flow = /^grant-lab run (\S+)/.exec(key)?.[1]
      const lab: unknown = flow && JSON.parse(sessionStorage.getItem(key) ?? 'null')?.lab
      return flow && typeof lab === 'string' ? [{ flow, lab }] : []
    })
  } catch {
    return []
  }
}

function write(key: string, value: object): boolean {
  try {
    sessionStorage.setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

function read<Value>(key: string): Value | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}
