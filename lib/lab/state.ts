import type { AuthorizationServerTables } from '@/lib/authorization-server/tables'
import type { ClientTables } from '@/lib/client/tables'
import type { ResourceServerTables } from '@/lib/resource-server/tables'
import type { Dump } from '@/lib/storage/port'
import type { BrowserState } from '@/lib/user-agent/browser'
import type { LabClock } from './clock'
import type { LabPolicy } from './policy'

/** All rows of a lab, by the party that keeps them. */
export interface Stores {
  authorizationServer: Dump<AuthorizationServerTables>
  resourceServer: Dump<ResourceServerTables>
  client: Dump<ClientTables>
}

/** A lab's whole world right after an exchange: what the servers keep, and what the lab keeps of them. */
export interface Checkpoint {
  /** The exchange; 0 for the lab as it was made. */
  seq: number
  stores: Stores
  browser: BrowserState
  clock: Pick<LabClock, 'advanced' | 'waited'>
  /** How far the lab's randomness had been drawn. */
  position: number
  keySet: string | null
  policy: LabPolicy
  checksOff: readonly string[]
}
