import { PARTIES, type Party } from '@/lib/oauth/parties'
import type { CellValue, Place } from '@/lib/wire/place'

export interface DiffedCell {
  column: string
  value: CellValue
  /** The value before, when this step changed it. */
  was?: CellValue
}

export interface DiffedRow {
  key: string
  change: 'inserted' | 'changed' | 'deleted' | null
  cells: DiffedCell[]
}

export interface DiffedPlace {
  place: Place
  rows: DiffedRow[]
  /** Rows that are there now. */
  count: number
  changes: { inserted: number; changed: number; deleted: number }
  touched: boolean
}

/**
 * What one step did to every place: rows of `now` against rows of `before`, deleted ones last. Of a large table only the
 * newest rows are known: a row that came into that view or left it was neither made nor deleted, and how many of the
 * others came or went is known by their number alone.
 */
export function diffPlaces(now: readonly Place[], before: readonly Place[]): DiffedPlace[] {
  const known = new Map(before.map((place) => [place.id, place]))
  const gone = before.filter((place) => !now.some(({ id }) => id === place.id)).map((place) => ({ ...place, rows: [] }))
  return [...now, ...gone].map((place) => diffPlace(place, known.get(place.id)))
}

function diffPlace(place: Place, before: Place | undefined): DiffedPlace {
  const rows = diffRows(place, before)
  const tally = (change: DiffedRow['change']) => rows.filter((row) => row.change === change).length
  const [inserted, deleted] = [tally('inserted'), tally('deleted')]
  const more = totalOf(place) - (before ? totalOf(before) : 0) - (inserted - deleted)
  const changes = {
    inserted: inserted + Math.max(0, more),
    changed: tally('changed'),
    deleted: deleted + Math.max(0, -more),
  }
  const touched = changes.inserted + changes.changed + changes.deleted > 0
  return { place, rows, count: totalOf(place), changes, touched }
}

const totalOf = ({ rows, total }: Place): number => total ?? rows.length

type PlaceRow = Place['rows'][number]

function diffRows(place: Place, before: Place | undefined): DiffedRow[] {
  const left = new Map<string, PlaceRow[]>()
  for (const row of before?.rows ?? []) {
    const key = keyOf(place, row)
    left.set(key, [...(left.get(key) ?? []), row])
  }
  const shrank = before !== undefined && totalOf(place) < totalOf(before)
  const outOfView = beforeFirstKnown(before, place, !shrank)
  const intoView = beforeFirstKnown(place, before, shrank)
  const rows = place.rows.map((row): DiffedRow => {
    const key = keyOf(place, row)
    const old = left.get(key)?.shift()
    if (!old) return { key, change: intoView.has(row) ? null : 'inserted', cells: cellsOf(place, row) }
    const cells = cellsOf(place, row).map((cell) => withPast(cell, old[cell.column] ?? null))
    return {
      key,
      change: cells.some((cell) => 'was' in cell) ? 'changed' : null,
      cells,
    }
  })
  const deleted = [...left.entries()].flatMap(([key, olds]) =>
    olds
      .filter((row) => !outOfView.has(row))
      .map((row): DiffedRow => ({ key, change: 'deleted', cells: cellsOf(place, row) })),
  )
  return [...rows, ...deleted]
}

/**
 * Rows older than all that both views show, where the other view does not reach back to the first row.
 *
 * @param strangers whether all rows are, when the views have none in common
 */
function beforeFirstKnown(view: Place | undefined, other: Place | undefined, strangers: boolean): Set<PlaceRow> {
  if (!view || other?.total === undefined) return new Set()
  const keys = new Set(other.rows.map((row) => keyOf(other, row)))
  const first = view.rows.findIndex((row) => keys.has(keyOf(view, row)))
  if (first < 0) return new Set(strangers ? view.rows : [])
  return new Set(view.rows.slice(0, first))
}

const withPast = (cell: DiffedCell, was: CellValue): DiffedCell => (was === cell.value ? cell : { ...cell, was })

const keyOf = (place: Place, row: PlaceRow): string => String(row[place.columns[0] ?? ''] ?? '')

const cellsOf = (place: Place, row: PlaceRow): DiffedCell[] =>
  place.columns.map((column) => ({ column, value: row[column] ?? null }))

export interface PlaceGroup {
  party: Party
  media: { medium: string; places: DiffedPlace[] }[]
}

/** By party, in the order of the lanes; within a party by what the values are kept in. */
export function groupPlaces(places: readonly DiffedPlace[]): PlaceGroup[] {
  return PARTIES.flatMap((party) => {
    const own = places.filter(({ place }) => place.party === party)
    const media = [...new Set(own.map(({ place }) => place.medium))]
    if (own.length === 0) return []
    return {
      party,
      media: media.map((medium) => ({
        medium,
        places: own.filter(({ place }) => place.medium === medium),
      })),
    }
  })
}

/** In words: `1 new, 2 changed`. Empty when nothing changed. */
export function changeWords({ inserted, changed, deleted }: DiffedPlace['changes']): string {
  const parts = [inserted && `${inserted} new`, changed && `${changed} changed`, deleted && `${deleted} deleted`]
  return parts.filter(Boolean).join(', ')
}
