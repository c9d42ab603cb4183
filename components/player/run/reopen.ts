import type { Snapshot } from 'xstate'
import type { Branch } from './branches'
import { samePoint } from './branches'
import { labApi, type RunRecord } from './lab-api'
import { type SavedRun, savedBranch } from './saved-run'

/** What a reload finds: the lab's record of every branch, and the machines this tab kept. */
export interface Reopened {
  /** Of the live branch. */
  record: RunRecord
  branches: readonly Branch[]
}

/**
 * Puts a run together again after a reload. A branch whose machine this tab has not kept is left out.
 *
 * @returns null when that is the live one: then nothing could go on
 * @throws LabApiError 404 when the lab is gone
 */
export async function reopen(saved: SavedRun): Promise<Reopened | null> {
  const record = await labApi.run(saved.lab)
  const others = record.branches.filter(({ id }) => id !== record.live)
  const records = [record, ...(await Promise.all(others.map(({ id }) => labApi.run(saved.lab, id))))]
  const branches = records.flatMap((one) => branchFrom(one, saved)).toSorted((one, other) => one.id - other.id)
  return branches.some(({ id }) => id === record.live) ? { record, branches } : null
}

function branchFrom({ branch: id, live, branches, exchanges, timeline }: RunRecord, saved: SavedRun): Branch[] {
  const information = branches.find((one) => one.id === id)
  const kept = savedBranch(saved.lab, id)
  const { branch = live } = saved
  const head = (branch === id ? saved.machine : kept?.head) ?? parentsMachine(information, saved.lab)
  const { marks = [], sent = [] } = kept ?? {}
  const done = (branch === id ? saved.sent : null) ?? sent
  return information && head ? [{ ...information, exchanges, timeline, marks, head, sent: done }] : []
}

/** The page went away while the branch was being opened: it begins where it left its parent. */
function parentsMachine(branch: RunRecord['branches'][number] | undefined, lab: string): Snapshot<unknown> | null {
  const { parent = null, from = null } = branch ?? {}
  const marks = parent === null ? [] : (savedBranch(lab, parent)?.marks ?? [])
  return (from && marks.find((mark) => samePoint(mark, from))?.machine) ?? null
}
