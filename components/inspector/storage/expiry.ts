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
