import type { Look } from '@/lib/room/look'
import type { RunRecord } from '@/lib/room/record'
import type * as seats from '@/lib/room/seat'
import type { RoomState } from '@/lib/room/state'

/** Said between the windows of one browser: state, and with it what is new of the run's record. */
export type Spoken = seats.Message & { part?: RunRecord | null }

/** What a presentation needs of the browser; handed in, so that a test can play two windows. */
export interface Surroundings {
  say(message: Spoken): void
  hear(listener: (message: Spoken) => void): () => void
  now(): number
  /** Remembered by this browser for all its windows, so that a reload returns to the same step. */
  remember(kept: Kept): void
  recall(): Kept | null
}

export interface Kept {
  shared: RoomState
  record: Pick<RunRecord, 'lab' | 'machine' | 'run'> | null
}

export interface Presented {
  /** What everybody sees. */
  shared: RoomState
  /** What this window sees instead while it looks privately; null when it does not. */
  look: Look | null
  record: RunRecord | null
  driving: boolean
  /** False while a driver's heartbeats are missing. */
  connected: boolean
  /** Whether it is known who drives. */
  ready: boolean
}

/** What this window itself sees. */
export const seenIn = ({ shared, look }: Presented): RoomState => (look ? { ...shared, ...look } : shared)
