import { enterWorld, worldOf } from './checkpoints'
import type { BranchInformation, Destination, Point } from './contract'
import type { Host, Lab } from './lab'
import { LabRefusal } from './refusal'
import type { Checkpoint, LeftBranch } from './state'
import { readStores } from './stores'

/** Branches kept of one lab: more than a lesson opens, few enough for many labs side by side. */
const BRANCH_LIMIT = 30

/**
 * Puts the lab back to where it stood right after a message was prepared or answered, on a new branch; or, without
 * such a point, to where a branch was left. Nothing is forgotten: the branch that is left keeps its record and its
 * world, and new messages are numbered on, so that no number means two messages of a lab.
 *
 * @returns the branch that is live now
 * @throws LabRefusal 404 when there is no such branch, or nothing was kept for the point; 409 at too many branches
 */
export async function restoreLab(lab: Lab, host: Host, { branch, at, phase }: Destination): Promise<BranchInformation> {
  const target = branch === undefined || branch === lab.branch.id ? lab : foundBranch(lab, branch)
  if (at === undefined) return target === lab ? lab.branch : goLive(lab, host, target as LeftBranch)
  const checkpoint = foundCheckpoint(target.checkpoints, { seq: at, phase: phase ?? 'answered' })
  if (lab.branches.length + 1 >= BRANCH_LIMIT) {
    throw new LabRefusal(409, `A lab keeps at most ${BRANCH_LIMIT} branches. Go on with one of them, or restart.`)
  }
  const from: Point = { seq: checkpoint.seq, phase: checkpoint.phase }
  const parent = 'branch' in target ? target.branch.id : target.id
  const { exchanges, timeline, checkpoints } = target
  const stores = await readStores(lab, host)
  const left: LeftBranch = { ...lab.branch, ...recordOf(lab), left: worldOf(lab, host, stores) }
  await enterWorld(lab, host, checkpoint, stores)
  lab.branches = [...lab.branches, left]
  lab.branch = { id: 1 + Math.max(...lab.branches.map(({ id }) => id)), parent, from }
  lab.exchanges = exchanges.filter(({ seq }) => seq < checkpoint.nextSeq)
  lab.timeline = upTo(timeline, from)
  lab.checkpoints = upTo(checkpoints, from)
  return lab.branch
}

/** Goes on with a branch where it was left. */
async function goLive(lab: Lab, host: Host, target: LeftBranch): Promise<BranchInformation> {
  const stores = await readStores(lab, host)
  const left: LeftBranch = { ...lab.branch, ...recordOf(lab), left: worldOf(lab, host, stores) }
  await enterWorld(lab, host, target.left, stores)
  const { id, parent, from, exchanges, timeline, checkpoints } = target
  lab.branches = lab.branches.map((one) => (one === target ? left : one))
  Object.assign(lab, { branch: { id, parent, from }, exchanges, timeline, checkpoints })
  return lab.branch
}

/** What a branch consists of, as copies of the lists: the live one's go on. */
const recordOf = ({ exchanges, timeline, checkpoints }: Lab) => ({
  exchanges: [...exchanges],
  timeline: [...timeline],
  checkpoints: [...checkpoints],
})

/** Every branch of the lab, in the order they were opened. */
export function branchesOf({ branch, branches }: Lab): BranchInformation[] {
  const all = [branch, ...branches].map(({ id, parent, from }) => ({ id, parent, from }))
  return all.toSorted((one, other) => one.id - other.id)
}

/** @throws LabRefusal 404 */
export function foundBranch(lab: Lab, id: number): LeftBranch {
  const found = lab.branches.find((branch) => branch.id === id)
  if (found) return found
  const known = branchesOf(lab).map((branch) => branch.id)
  throw new LabRefusal(404, `This lab has no branch ${id}. It has ${known.join(', ')}.`)
}

function foundCheckpoint(checkpoints: readonly Checkpoint[], { seq, phase }: Point): Checkpoint {
  const found = checkpoints.find((one) => one.seq === seq && one.phase === phase)
  if (found) return found
  const kept = checkpoints.filter((one) => one.phase === phase).map((one) => one.seq)
  const there = kept.length > 0 ? `There is one for ${kept.join(', ')}.` : 'There is none yet.'
  throw new LabRefusal(404, `There is no state to go back to for message ${seq}, ${phase}. ${there}`)
}

/** The list up to a point, with what happened at it that was no message, such as an advanced clock. */
function upTo<Item extends Point>(list: readonly Item[], { seq, phase }: Point): Item[] {
  return list.slice(0, 1 + list.findLastIndex((item) => item.seq === seq && item.phase === phase))
}
