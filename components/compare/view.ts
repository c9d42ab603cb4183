import { partyNames } from '@/machines/kit/party-names'
import type { Step } from '@/machines/kit/step'
import type { Tour } from '@/machines/kit/tour'
import type { Row } from './phases/align'
import { type Difference, firstDifference } from './phases/difference'
import type { Segment, Stage } from './phases/segments'
import { rowTitle, whyAbsent } from './phases/words'
import type { Column } from './run/column'
import type { ComparisonState } from './run/comparison'
import { readingOf } from './run/reading'
import { distinctions } from './specs/spec'
import { type TableRow, tableOf } from './table/table'

/** What stands where a row and a column cross. */
export type CellView =
  /** Steps of it have happened; `complete`: nothing of it is still to come. */
  | { kind: 'steps'; steps: readonly Step[]; complete: boolean }
  /** It has not happened yet. */
  | { kind: 'ahead' }
  /** The column has no such phase. */
  | { kind: 'absent'; why: string }

export interface RowView {
  id: string
  stage: Stage
  number: number
  title: string
  /** As far as is looked at, something happened in it. */
  reached: boolean
  /** The last of those. */
  current: boolean
  cells: CellView[]
}

export interface ColumnView {
  column: Column
  /** The flow's title. */
  title: string
  /** What tells it from the others: `PKCE: Off`. */
  distinctions: string[]
  /** Both in one line. */
  name: string
}

/** Everything the page draws, computed from the columns' runs. */
export interface CompareView {
  columns: ColumnView[]
  rows: RowView[]
  /** Rows looked at, and rows in which anything has happened. */
  shown: number
  reached: number
  live: boolean
  busy: boolean
  /** The row that Next leads to; null at the end. */
  coming: RowView | null
  difference: Difference | null
  /** Empty until every column has its lab. */
  table: TableRow[]
}

export function compareViewOf({ columns, cursor, busy }: ComparisonState, rows: readonly Row[]): CompareView {
  const specs = columns.map(({ spec }) => spec)
  const readings = columns.map(readingOf)
  const segmentAt = (row: Row, index: number): Segment | null => readings[index]?.segments[row.at[index] ?? -1] ?? null
  const stepsAt = (row: Row, index: number) => segmentAt(row, index)?.steps ?? []
  const touched = (row: Row) => columns.some((_, index) => stepsAt(row, index).length > 0)
  const reached = rows.findLastIndex(touched) + 1
  const shown = Math.min(cursor ?? reached, reached)
  const views = rows.map((row, at): RowView => {
    const segments = columns.flatMap((_, index) => segmentAt(row, index) ?? [])
    return {
      id: row.id,
      stage: row.stage,
      number: at + 1,
      title: rowTitle(row.stage, segments),
      reached: at < shown,
      current: at === shown - 1,
      cells: columns.map((column, index) => cellOf(segmentAt(row, index), row.stage, at < shown, column.tour)),
    }
  })
  const live = shown === reached
  const incomplete = (row: Row) => columns.some((_, index) => segmentAt(row, index)?.complete === false)
  const names = columns.map(({ spec }) => partyNames(spec.entry.client))
  const told = columns.map((_, index) => ({
    names: names[index] ?? partyNames('photo-editor'),
    rows: rows.slice(0, shown).map((row) => segmentAt(row, index)?.steps ?? null),
  }))
  return {
    columns: columns.map((column, index) => columnView(column, distinctions(specs[index] ?? column.spec, specs))),
    rows: views,
    shown,
    reached,
    live,
    busy,
    coming: (live ? views[rows.findIndex(incomplete)] : views[shown]) ?? null,
    difference: columns.length > 1 ? firstDifference(told, completeRows(views)) : null,
    table: readings.every((reading) => reading !== null) ? tableOf(readings.map(({ evidence }) => evidence)) : [],
  }
}

function columnView(column: Column, differs: string[]): ColumnView {
  const { title } = column.spec.entry
  return { column, title, distinctions: differs, name: [title, ...differs].join(', ') }
}

function cellOf(segment: Segment | null, stage: Stage, reached: boolean, tour: Tour | null): CellView {
  if (!reached || tour === null) return { kind: 'ahead' }
  if (segment === null) return { kind: 'absent', why: whyAbsent(stage, tour) }
  return segment.steps.length === 0
    ? { kind: 'ahead' }
    : { kind: 'steps', steps: segment.steps, complete: segment.complete }
}

/** Rows from the start that no column is still to go through: only what everybody did can differ. */
function completeRows(rows: readonly RowView[]): number {
  const first = rows.findIndex(
    ({ reached, cells }) =>
      !reached || cells.some((cell) => cell.kind === 'ahead' || (cell.kind === 'steps' && !cell.complete)),
  )
  return first < 0 ? rows.length : first
}
