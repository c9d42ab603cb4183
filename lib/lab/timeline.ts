import type { StorageReport } from '@/lib/oauth/environment'
import type { Screen } from '@/lib/user-agent/screen'
import type { Place } from '@/lib/wire/place'
import type { DeviceScreen, LabInformation, Point } from './contract'

/** What was stored where, and what the browser showed, right after a message was prepared or answered. */
export interface Moment extends Point {
  places: Place[]
  screen: Screen | null
  /** What devices show beside it. */
  devices: DeviceScreen[]
  /**
   * No message made this moment: the learner advanced the clock, or swept the stores, with these commands. It
   * stands right after the moment it followed, with the same `seq`.
   */
  after?: { what: 'clock' | 'sweep'; storage: StorageReport[] }
}

/** Answer to `POST /api/labs/{lab}/clock` and `/sweep`. */
export type ClockAnswer = LabInformation['clock'] & {
  /** What is stored where now, when that is no longer what it was. */
  moment: Moment | null
}

/** Takes over from the moment before every place that did not change, so that a long run stays small in memory. */
export function sharePlaces(places: Place[], before: readonly Place[]): Place[] {
  const known = new Map(before.map((place) => [place.id, place]))
  return places.map((place) => {
    const old = known.get(place.id)
    const same = old && old.total === place.total && JSON.stringify(old.rows) === JSON.stringify(place.rows)
    return same ? old : place
  })
}
