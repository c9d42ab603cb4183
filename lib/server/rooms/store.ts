import { z } from 'zod'
import type { RunRecord } from '@/lib/room/record'
import { WISH } from '@/lib/room/schema'
import type { RoomState } from '@/lib/room/state'

/**
 * Where rooms live: in this process, in Redis or in PostgreSQL. With the last two, a presenter may reach one app
 * process and students another. A store keeps the latest state whole; what is announced is only that it changed.
 */
export interface RoomStore {
  /** `memory`, `redis`, `postgres`. */
  readonly kind: string
  /**
   * Keeps a room until `lifetime` milliseconds have passed without another save. An older state never replaces a newer
   * one. `record: null` leaves the record as it is.
   */
  save(code: string, room: Omit<StoredRoom, 'record'>, record: RunRecord | null, lifetime: number): Promise<void>
  load(code: string): Promise<StoredRoom | null>
  remove(code: string): Promise<void>
  /** How many rooms there are, in all processes. */
  count(): Promise<number>
  /** One vote each: a later one takes the place of the earlier one. */
  vote(code: string, question: string, voter: string, option: string): Promise<void>
  /** Votes by option. */
  tally(code: string, question: string): Promise<Record<string, number>>
  /** How many follow in one process. */
  seat(code: string, process: string, followers: number): Promise<void>
  /** How many follow in all of them. */
  followers(code: string): Promise<number>
  /** Tells every process that something of a room is new. */
  announce(announcement: Announcement): Promise<void>
  /** Calls `heard` for every announcement, of this process too, until the store is closed. */
  listen(heard: (announcement: Announcement) => void): Promise<void>
  close(): Promise<void>
}

/** `from` is the process that says so. */
const said = { code: z.string(), from: z.string() }

/**
 * `state`: what is shown. `crowd`: who follows and votes. `end`: the room is closed. `wish`: what a clicker asks for; it
 * is passed on and not kept, since a late one is void.
 */
export const ANNOUNCEMENT = z.union([
  z.object({ ...said, news: z.enum(['state', 'crowd', 'end']) }),
  z.object({ ...said, news: z.literal('wish'), wish: WISH }),
])

export type Announcement = z.infer<typeof ANNOUNCEMENT>

export interface StoredRoom {
  /** What is kept of the presenter's key and the clicker's: see `room-keys.ts`. */
  keyHash: string
  state: RoomState
  record: RunRecord | null
}

/** What rooms need of the process they run in. */
export interface RoomHost {
  store: RoomStore
  randomBytes(length: number): Uint8Array
  /** Tells this process from the others. */
  process: string
  maxRooms: number
  logFailure(where: string, error: unknown): void
}
