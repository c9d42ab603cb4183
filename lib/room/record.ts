import type { LabInformation } from '@/lib/lab/contract'
import type { Moment } from '@/lib/lab/timeline'
import type { SecretReport } from '@/lib/oauth/environment'
import type { Exchange } from '@/lib/wire/exchange'

/**
 * A run as it is presented: what was recorded, and the machine's snapshot. The lab's key is not in it, so whoever
 * reads it can look and cannot act. A part of a record has the same shape with fewer messages.
 */
export interface RunRecord {
  /** Tells runs apart: `runName` of the lab and the branch. On a branch, a run only grows. */
  run: string
  /** Rises each time the run is told; the machine of a later one replaces that of an earlier one. */
  told: number
  lab: LabInformation
  castSecrets: readonly SecretReport[]
  exchanges: readonly Exchange[]
  timeline: readonly PlacedMoment[]
  /** Persisted snapshot of the grant's machine. */
  machine: unknown
  visited: readonly string[]
}

/** A moment with its place in the timeline: several may follow one message. */
export interface PlacedMoment extends Moment {
  at: number
}

export const runName = (lab: string, branch: number): string => `${lab} ${branch}`
export const branchIn = (run: string): number => Number(run.split(' ')[1])

/** How much is on record, as `RoomState.recorded` counts it. */
export const recordedIn = ({ exchanges, timeline }: Pick<RunRecord, 'exchanges' | 'timeline'>): number =>
  exchanges.length + timeline.length

/**
 * Puts a part to what is known. The order in which parts arrive does not matter, and a part that comes twice changes
 * nothing. A part of another run begins anew.
 */
export function mergeRecord(known: RunRecord | null, part: RunRecord): RunRecord {
  if (known?.run !== part.run) return part
  const [older, newer] = part.told >= known.told ? [known, part] : [part, known]
  return {
    ...newer,
    exchanges: united(older.exchanges, newer.exchanges, ({ seq }) => seq),
    timeline: united(older.timeline, newer.timeline, ({ at }) => at),
    visited: [...new Set([...older.visited, ...newer.visited])],
  }
}

/** What `record` has and `known` lacks. */
export function partSince(known: RunRecord | null, record: RunRecord): RunRecord {
  if (known?.run !== record.run) return record
  const seqs = new Set(known.exchanges.map(({ seq }) => seq))
  const places = new Set(known.timeline.map(({ at }) => at))
  return {
    ...record,
    exchanges: record.exchanges.filter(({ seq }) => !seqs.has(seq)),
    timeline: record.timeline.filter(({ at }) => !places.has(at)),
  }
}

function united<Item>(older: readonly Item[], newer: readonly Item[], placeIn: (item: Item) => number): Item[] {
  const all = new Map([...older, ...newer].map((item) => [placeIn(item), item]))
  return [...all].sort(([one], [other]) => one - other).map(([, item]) => item)
}
