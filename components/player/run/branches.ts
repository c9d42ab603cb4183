import { type AnyMachineSnapshot, type AnyStateMachine, createActor, type Snapshot } from 'xstate'
import type { SentEvent } from '@/lib/export/recording'
import type { BranchInformation, Delivered, LabInformation, Point, Prepared } from '@/lib/lab/contract'
import type { Moment } from '@/lib/lab/timeline'
import type { Exchange } from '@/lib/wire/exchange'
import { exchangeOf, metaOf } from '@/machines/kit/reading'
import type { Step } from '@/machines/kit/step'

/** The machine as it waited at a point: with the servers put back to that point, the run can go on from there. */
export interface Mark extends Point {
  machine: Snapshot<unknown>
  clock: LabInformation['clock']
  /** How much the learner had done by then. */
  sent: number
}

/** One line of messages of a run. */
export interface Branch extends BranchInformation {
  exchanges: readonly Exchange[]
  timeline: readonly Moment[]
  /** In the order they were taken. */
  marks: readonly Mark[]
  /** The machine at its end: as it was left, or as it is. */
  head: Snapshot<unknown>
  /** What the learner did on it, in order. */
  sent: readonly SentEvent[]
}

export const samePoint = (one: Point, other: Point): boolean => one.seq === other.seq && one.phase === other.phase

/** The branch a run begins with, and has come this far in. */
export function firstBranch(id: number, soFar: Pick<Branch, 'exchanges' | 'timeline' | 'head'>): Branch {
  return { id, parent: null, from: null, marks: [], sent: [], ...soFar }
}

export function branchOf(branches: readonly Branch[], id: number): Branch {
  const found = branches.find((branch) => branch.id === id)
  if (!found) throw new Error(`This run has no branch ${id}.`)
  return found
}

export const withBranch = (branches: readonly Branch[], changed: Branch): Branch[] =>
  branches.map((branch) => (branch.id === changed.id ? changed : branch))

type Recorded = Pick<Branch, 'timeline' | 'exchanges'>

/**
 * What was stored where right after a step; before the first one, what the lab began with. Nobody looked while one
 * server asked another: until the message that set it off is answered, things are as when that one was sent.
 */
export function momentAt(recorded: Recorded, step: Step | null): Moment | undefined {
  return lastMoment(recorded, step, (inside) => !inside && step?.kind === 'response')
}

/** The same, or, for a step inside of another message, as soon as that one was answered. */
function settledAt(recorded: Recorded, step: Step | null): Moment | undefined {
  return lastMoment(recorded, step, (inside) => inside || step?.kind === 'response')
}

/** @param answered whether a step, which may be inside of another message, has seen that message's answer */
function lastMoment(
  { timeline, exchanges }: Recorded,
  step: Step | null,
  answered: (inside: boolean) => boolean,
): Moment | undefined {
  if (!step?.exchange) return timeline.findLast(({ seq }) => seq === 0) ?? timeline[0]
  const seq = outermost(step.exchange, exchanges)
  const seen = answered(seq !== step.exchange.seq)
  return timeline.findLast(
    (moment) => moment.seq < seq || (moment.seq === seq && (moment.phase === 'prepared' || seen)),
  )
}

/** The message in the course of which this one was sent, or this one: `seq`. */
function outermost({ seq, parent }: Exchange, exchanges: readonly Exchange[]): number {
  const around = parent === null ? undefined : exchanges.find((other) => other.seq === parent)
  return around ? outermost(around, exchanges) : seq
}

/**
 * Where the run can go on from a step: at the step itself, or, when somebody was in the middle of something there (a
 * server asking another one), as soon as it was done. Null before the learner's first press.
 */
export function markAt(branch: Branch, step: Step | null): Mark | null {
  const { timeline, marks } = branch
  const moment = settledAt(branch, step)
  const [first] = marks
  if (!moment || !first) return null
  const place = timeline.findIndex((other) => samePoint(other, moment))
  if (place < timeline.findIndex((other) => samePoint(other, first))) return null
  for (const later of timeline.slice(place)) {
    const mark = marks.find((other) => samePoint(other, later))
    if (mark) return mark
  }
  return null
}

/** True when nothing happened on the branch after the mark. */
export function isEnd({ timeline }: Branch, mark: Mark): boolean {
  const last = timeline.at(-1)
  return last !== undefined && samePoint(last, mark)
}

/** The branch with a mark at its last moment, when the machine waits there. */
export function marked(branch: Branch, snapshot: AnyMachineSnapshot, clock: LabInformation['clock']): Branch {
  const last = branch.timeline.at(-1)
  const waiting = exchangeOf(snapshot)?.phase === 'onTheWire' ? 'prepared' : 'answered'
  const rests = waiting === 'prepared' || metaOf(snapshot).kind === 'rest'
  if (!last || !rests || last.phase !== waiting) return branch
  const { seq, phase } = last
  const known = branch.marks.find((mark) => samePoint(mark, last))
  if (known?.clock === clock) return branch
  const mark: Mark = { seq, phase, machine: known?.machine ?? branch.head, clock, sent: branch.sent.length }
  return { ...branch, marks: [...branch.marks.filter((other) => other !== known), mark] }
}

/** A new branch that leaves `parent` at a mark. */
export function forked(parent: Branch, mark: Mark, { id, from }: BranchInformation): Branch {
  const inside = new Set([mark.phase === 'answered' ? mark.seq : null])
  const exchanges = parent.exchanges.filter(({ seq, parent: outer }) => {
    if (outer !== null && inside.has(outer)) inside.add(seq)
    return seq < mark.seq || inside.has(seq)
  })
  const upTo = <Item extends Point>(list: readonly Item[]) =>
    list.slice(0, 1 + list.findLastIndex((item) => samePoint(item, mark)))
  const { timeline, marks, sent } = parent
  return {
    id,
    parent: parent.id,
    from,
    exchanges,
    timeline: upTo(timeline),
    marks: upTo(marks),
    head: mark.machine,
    sent: sent.slice(0, mark.sent),
  }
}

/** The branch with a request that was put on the wire. A sender with nothing to send changes nothing. */
export function withPrepared(branch: Branch, { seq, places, nothing }: Prepared): Branch {
  if (nothing !== undefined) return branch
  const { timeline } = branch
  const { screen = null, devices = [] } = timeline.at(-1) ?? {}
  return { ...branch, timeline: [...timeline, { seq, phase: 'prepared', places, screen, devices }] }
}

/** The branch with an exchange, and those that were made during it. */
export function withDelivered(branch: Branch, delivered: Delivered): Branch {
  const { children, places, screen, devices, clock: _clock, ...exchange } = delivered
  const known = new Set(branch.exchanges.map(({ seq }) => seq))
  const fresh = [exchange, ...children].filter(({ seq }) => !known.has(seq))
  return {
    ...branch,
    exchanges: [...branch.exchanges, ...fresh].sort((one, other) => one.seq - other.seq),
    timeline: [...branch.timeline, { seq: exchange.seq, phase: 'answered', places, screen, devices }],
  }
}

const snapshots = new WeakMap<Snapshot<unknown>, AnyMachineSnapshot>()

/** A kept machine, as one that can be read. */
export function snapshotOf(machine: AnyStateMachine, kept: Snapshot<unknown>): AnyMachineSnapshot {
  const known = snapshots.get(kept)
  if (known) return known
  const account = { username: '', password: '' }
  const read = createActor(machine, { snapshot: kept, input: { account } }).getSnapshot() as AnyMachineSnapshot
  snapshots.set(kept, read)
  return read
}
