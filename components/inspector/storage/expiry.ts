import type { Moment } from '@/lib/lab/timeline'
import type { StorageReport } from '@/lib/oauth/environment'
import type { CellValue, Place } from '@/lib/wire/place'

/** From when to when something lives, in milliseconds on the lab's clock. */
export interface Lifetime {
  from: number | null
  to: number
}

type Cells = Readonly<Record<string, CellValue>>

const time = (value: CellValue | undefined): number | null => (typeof value === 'number' && value > 0 ? value : null)

/** The lifetime of a row that says when it expires; null for one that lasts. */
export function lifetimeOf(row: Cells): Lifetime | null {
  const to = time(row.access_expires_at) ?? time(row.codes_expire_at) ?? time(row.expires_at)
  return to === null ? null : { from: time(row.issued_at), to }
}

/** Still alive and not yet used up or revoked: something whose end can be waited for. */
const lives = (row: Cells, now: number): boolean =>
  !time(row.used_at) && !time(row.revoked_at) && (lifetimeOf(row)?.to ?? 0) > now

/** What expires next, anywhere: the place and the moment. */
export function nextExpiry(places: readonly Place[], now: number): { place: Place; at: number } | null {
  const ends = places.flatMap((place) =>
    place.rows.filter((row) => lives(row, now)).map((row) => ({ place, at: lifetimeOf(row)?.to ?? 0 })),
  )
  return ends.reduce<(typeof ends)[number] | null>((first, end) => (first && first.at <= end.at ? first : end), null)
}

/** Seconds to advance the clock so that `at` is over. */
export const secondsPast = (at: number, now: number): number => Math.ceil((at - now) / 1000) + 1

const kindOf = ({ id }: Pick<Place, 'id'>): string => id.split('.')[1] ?? ''

/** Redis drops a key when its TTL has run out; nobody has to sweep. */
export const dropsByItself = (place: Pick<Place, 'id'>): boolean => kindOf(place) === 'redis'

/** Stores whose expired rows stay until somebody deletes them. */
const waitsForSweep = (place: Pick<Place, 'id'>): boolean => ['memory', 'sqlite', 'postgres'].includes(kindOf(place))

/** A row of a server's own store whose time is over. A token may have expired in a row that has not. */
const isOver = (row: Cells, now: number): boolean => (time(row.expires_at) ?? now + 1) <= now

/** Expired, and there because nobody has swept it. */
export const overdue = (place: Pick<Place, 'id'>, row: Cells, now: number): boolean =>
  waitsForSweep(place) && isOver(row, now)

/** How many rows a sweep would delete now. */
export const overdueRows = (places: readonly Place[], now: number): number =>
  places.reduce((count, place) => count + place.rows.filter((row) => overdue(place, row, now)).length, 0)

/** Whether a key is shown that Redis has dropped meanwhile: then it is time to look again. */
export const outlived = (places: readonly Place[], now: number): boolean =>
  places.some((place) => dropsByItself(place) && place.rows.some((row) => isOver(row, now)))

interface Circumstances {
  after: Moment['after'] | null
  /** The commands of the step. */
  commands: readonly StorageReport[]
  /** The lab's clock. */
  now: number
}

/** Why a row is no longer there, in words: a command deleted it, a sweep did, or Redis by itself. */
export function goneWords(
  place: Pick<Place, 'id'>,
  key: string,
  row: Cells,
  { after, commands, now }: Circumstances,
): string {
  if (after?.what === 'sweep') return 'deleted by the sweep'
  if (after?.what === 'clock' && dropsByItself(place) && isOver(row, now))
    return 'gone: the clock was moved past its end'
  const byCommand = !after && commands.some(({ keys }) => keys.includes(key))
  return dropsByItself(place) && !byCommand && isOver(row, now) ? 'gone: its TTL ran out' : 'deleted'
}
