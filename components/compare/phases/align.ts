import { STAGES, type Stage } from './segments'

/** One row of the comparison: a stage, and which segment of each column stands in it. */
export interface Row {
  /** Stands in the address: `redeem`, or `use-2` when the stage comes again. */
  id: string
  stage: Stage
  /** Position of the segment in each column; null where the column has no such stage here. */
  at: (number | null)[]
}

type Unnamed = Omit<Row, 'id'>

/** Columns of stages as rows, each column's order kept and as many stages as possible side by side. */
export function alignStages(columns: readonly (readonly Stage[])[]): Row[] {
  const rows = columns.reduce<Unnamed[]>((merged, column, index) => merge(merged, column, index), [])
  const times = new Map<Stage, number>()
  return rows.map((row) => {
    const time = (times.get(row.stage) ?? 0) + 1
    times.set(row.stage, time)
    return { id: time === 1 ? row.stage : `${row.stage}-${time}`, ...row }
  })
}

/** Puts one more column beside the rows there are. */
function merge(rows: readonly Unnamed[], column: readonly Stage[], index: number): Unnamed[] {
  const common = longestCommon(rows, column)
  const merged: Unnamed[] = []
  let row = 0
  let segment = 0
  while (row < rows.length || segment < column.length) {
    const old = rows[row]
    const stage = column[segment]
    if (old && stage === old.stage && common(row, segment) === common(row + 1, segment + 1) + 1) {
      merged.push({ ...old, at: [...old.at, segment] })
      row += 1
      segment += 1
    } else if (old && (stage === undefined || oldFirst(old.stage, stage, common, row, segment))) {
      merged.push({ ...old, at: [...old.at, null] })
      row += 1
    } else if (stage !== undefined) {
      merged.push({ stage, at: [...Array.from({ length: index }, () => null), segment] })
      segment += 1
    }
  }
  return merged
}

type Common = (row: number, segment: number) => number

/** Whichever loses no partner goes first; where neither would, the one that usually comes earlier. */
function oldFirst(old: Stage, stage: Stage, common: Common, row: number, segment: number): boolean {
  const skippingOld = common(row + 1, segment)
  const skippingNew = common(row, segment + 1)
  return skippingOld === skippingNew ? STAGES.indexOf(old) <= STAGES.indexOf(stage) : skippingOld > skippingNew
}

/** Length of the longest common subsequence of what is left from a row and a segment on. */
function longestCommon(rows: readonly Unnamed[], column: readonly Stage[]): Common {
  const lengths = Array.from({ length: rows.length + 1 }, () => new Array<number>(column.length + 1).fill(0))
  const read: Common = (row, segment) => lengths[row]?.[segment] ?? 0
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    for (let segment = column.length - 1; segment >= 0; segment -= 1) {
      const same = rows[row]?.stage === column[segment]
      const best = same ? 1 + read(row + 1, segment + 1) : Math.max(read(row + 1, segment), read(row, segment + 1))
      const line = lengths[row]
      if (line) line[segment] = best
    }
  }
  return read
}
