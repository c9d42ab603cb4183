import type { Screen } from '@/lib/user-agent/screen'
import type { Place } from '@/lib/wire/place'
import type { DeviceScreen } from './contract'

/** What was stored where, and what the browser showed, right after a message was prepared or answered. */
export interface Moment {
  /** The exchange; the next one's number while its request only lies on the wire. */
  seq: number
  phase: 'prepared' | 'answered'
  places: Place[]
  screen: Screen | null
  /** What devices show beside it. */
  devices: DeviceScreen[]
}

/** Takes over from the moment before every place that did not change, so that a long run stays small in memory. */
export function sharePlaces(places: Place[], before: readonly Place[]): Place[] {
  const known = new Map(before.map((place) => [place.id, place]))
  return places.map((place) => {
    const old = known.get(place.id)
    return old && JSON.stringify(old.rows) === JSON.stringify(place.rows) ? old : place
  })
}
