import type { AuthorizationServerTables } from '@/lib/authorization-server/tables'
import type { ClientTables } from '@/lib/client/tables'
import type { KeySet } from '@/lib/resource-server/environment'
import type { ResourceServerTables } from '@/lib/resource-server/tables'
import type { Dump } from '@/lib/storage/port'
import type { BrowserState } from '@/lib/user-agent/browser'
import type { Exchange } from '@/lib/wire/exchange'
import type { AttackerState } from './attacker/state'
import type { BranchInformation, Point } from './contract'
import type { Held } from './held'
import type { LabPolicy } from './policy'
import type { Moment } from './timeline'

/** All rows of a lab, by the party that keeps them. */
export interface Stores {
  authorizationServer: Dump<AuthorizationServerTables>
  resourceServer: Dump<ResourceServerTables>
  client: Dump<ClientTables>
}

/** A lab's whole world at one time: what the servers keep, and what the lab keeps of them. */
export interface World {
  stores: Stores
  browser: BrowserState
  attacker: AttackerState
  /** Milliseconds: the lab's time, and how far it had been advanced. */
  clock: { now: number; advanced: number }
  /** How far the lab's randomness had been drawn. */
  position: number
  keySet: KeySet | null
  policy: LabPolicy
  checksOff: readonly string[]
  /** The message on the wire. */
  held: Held | null
}

/** The world right after a message was prepared or answered; `seq` is 0 for the lab as it was made. */
export interface Checkpoint extends World, Point {
  /** The number the next exchange would have got: what was recorded by then has a smaller one. */
  nextSeq: number
}

/** A line of messages that the servers have left for another one. It is never changed again while it is left. */
export interface LeftBranch extends BranchInformation {
  exchanges: Exchange[]
  timeline: Moment[]
  checkpoints: Checkpoint[]
  /** The world as it was left. */
  left: World
}
