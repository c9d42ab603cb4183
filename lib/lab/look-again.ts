import type { StorageReport } from '@/lib/oauth/environment'
import { takeCheckpoint } from './checkpoints'
import type { Host, Lab } from './lab'
import { placesOf } from './places'
import { readStores } from './stores'
import { type Moment, sharePlaces } from './timeline'

/**
 * Reads every place again after something that was no message: the clock was advanced, or the stores were swept.
 *
 * @param storage the commands it ran
 * @returns the new moment, which stands right after the last one; null when every place holds what it held
 */
export async function lookAgain(
  lab: Lab,
  host: Host,
  what: 'clock' | 'sweep',
  storage: StorageReport[] = [],
): Promise<Moment | null> {
  const last = lab.timeline.at(-1)
  if (!last) return null
  const stores = await readStores(lab, host)
  // Who goes back to this step finds it as it is left: with the clock advanced, the stores swept.
  takeCheckpoint(lab, host, last, stores)
  const places = sharePlaces(placesOf(lab, stores), last.places)
  if (places.every((place) => last.places.includes(place))) return null
  const moment: Moment = { ...last, places, after: { what, storage } }
  lab.timeline = [...lab.timeline, moment]
  return moment
}
