import type { Place } from '@/lib/wire/place'
import { newDisguise } from './disguise'
import { namedSecrets } from './named-secrets'
import type { Recording } from './recording'

/** What the file says of itself. */
export const RUN_FORMAT = 'grant-lab-run'
/** Goes up when a reader of the version before would misread the file. */
export const RUN_VERSION = 1
/** Bytes that are read of a file somebody drops: many times the longest flow. */
export const RUN_LIMIT = 12 * 1024 * 1024

/** `replaced`: names stand where the lab's secrets stood. `included`: the file holds them, and the lab's seed. */
export type SecretsIn = 'replaced' | 'included'

/** The content of an `.oauthrun.json` file. */
export interface RunFile extends Omit<Recording, 'timeline'> {
  format: typeof RUN_FORMAT
  version: typeof RUN_VERSION
  secrets: SecretsIn
  /** Every state a place was in, each once; the timeline names them by position. */
  places: Place[]
  timeline: (Omit<Recording['timeline'][number], 'places'> & { places: number[] })[]
}

/** The recording without anything that could still be used: names in the place of the lab's secrets, and no seed. */
export function disguised(recording: Recording): Recording {
  return { ...newDisguise(namedSecrets(recording))(recording), seed: null }
}

/** @param secrets whether the recording was disguised before */
export function writeRunFile(recording: Recording, secrets: SecretsIn): string {
  const known = new Map<string, number>()
  const places: Place[] = []
  const numberOf = (place: Place): number => {
    const text = JSON.stringify(place)
    const number = known.get(text) ?? places.push(place) - 1
    known.set(text, number)
    return number
  }
  const timeline = recording.timeline.map((moment) => ({ ...moment, places: moment.places.map(numberOf) }))
  const file: RunFile = { format: RUN_FORMAT, version: RUN_VERSION, secrets, ...recording, places, timeline }
  return `${JSON.stringify(file, null, 1)}\n`
}
