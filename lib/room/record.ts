import type { LabInformation } from '@/lib/lab/contract'
import type { Moment } from '@/lib/lab/timeline'
import type { SecretReport } from '@/lib/oauth/environment'
import type { Exchange } from '@/lib/wire/exchange'

/**
 * A run as it is presented: what was recorded, and the machine's snapshot. The lab's key is not in it, so whoever
 * reads it can look and cannot act. A part of a record has the same shape with fewer messages.
 */
export interface RunRecord {
  /** Tells runs apart: the lab, and the branch. */
  run: string
  /** Rises each time the run is told; the machine of a later one replaces that of an earlier one. */
  told: number
  lab: LabInformation
  castSecrets: readonly SecretReport[]
  exchanges: readonly Exchange[]
  timeline: readonly Moment[]
  /** Persisted snapshot of the grant's machine. */
  machine: unknown
  visited: readonly string[]
}

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
    timeline: united(older.timeline, newer.timeline, placeOf),
    visited: [...new Set([...older.visited, ...newer.visited])],
  }
}

/** What `record` has and `known` lacks. */
export function partSince(known: RunRecord | null, record: RunRecord): RunRecord {
  if (known?.run !== record.run) return record
  const seqs = new Set(known.exchanges.map(({ seq }) => seq))
  const places = new Set(known.timeline.map(placeOf))
  return {
    ...record,
    exchanges: record.exchanges.filter(({ seq }) => !seqs.has(seq)),
    timeline: record.timeline.filter((moment) => !places.has(placeOf(moment))),
  }
}

/** A message is prepared before it is answered; both moments of one exchange bear its number. */
const placeOf = ({ seq, phase }: Moment): number => 2 * seq + (phase === 'answered' ? 1 : 0)

function united<Item>(older: readonly Item[], newer: readonly Item[], placeIn: (item: Item) => number): Item[] {
  const all = new Map([...older, ...newer].map((item) => [placeIn(item), item]))
  return [...all].sort(([one], [other]) => one - other).map(([, item]) => item)
}
