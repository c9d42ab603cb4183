import type { KeyRing } from '@/lib/authorization-server/environment'
import type { AuthorizationServerTables } from '@/lib/authorization-server/tables'
import type { Registration } from '@/lib/client/environment'
import type { ProofKey } from '@/lib/client/proof-key'
import type { ClientTables } from '@/lib/client/tables'
import type { Origins, SecretReport } from '@/lib/oauth/environment'
import type { KeySet } from '@/lib/resource-server/environment'
import type { ResourceServerTables } from '@/lib/resource-server/tables'
import type { Backend, BackendKind } from '@/lib/storage/port'
import type { BrowserState } from '@/lib/user-agent/browser'
import type { Exchange } from '@/lib/wire/exchange'
import type { AttackerState } from './attacker/state'
import type { LabClock } from './clock'
import type { BranchInformation, ClientInformation } from './contract'
import type { Held } from './held'
import type { LabPolicy } from './policy'
import type { LabRandom } from './random'
import type { Checkpoint, LeftBranch } from './state'
import type { Moment } from './timeline'

export type TokenStore = BackendKind

/** Where the parties of every lab keep their rows: one backend for each family of tables. */
export interface Backends {
  authorizationServer: Backend<AuthorizationServerTables>
  resourceServer: Backend<ResourceServerTables>
  client: Backend<ClientTables>
}

/** One learner's private world. Everything in it is plain data, but for the key ring and the handles of stores. */
export interface Lab {
  id: string
  /** SHA-256 of the key that every control call needs. */
  keyHash: string
  seed: string
  random: LabRandom
  origins: Origins
  policy: LabPolicy
  checksOff: Set<string>
  tokenStore: TokenStore
  clientStore: TokenStore
  backends: Backends
  keys: KeyRing
  /** The authorization server's public keys as the resource server last fetched them. */
  keySet: KeySet | null
  /** Signs the applications' DPoP proofs. */
  proofKey: ProofKey
  /** How the drive proves who it is when it introspects. */
  driveSecret: string
  /** What the HR directory signs its assertions with, and the print shop's password there. */
  directoryKeys: KeyRing
  directorySecret: string
  registrations: Record<string, Registration>
  clients: ClientInformation[]
  users: { username: string; name: string }[]
  browser: BrowserState
  /** Mallory's side: used by attacks only. */
  attacker: AttackerState
  clock: LabClock
  exchanges: Exchange[]
  /** The next exchange's number: counts on when old ones are forgotten, or on another branch. */
  nextSeq: number
  /** Secrets that were there before the first message: passwords, the client secret. */
  castSecrets: SecretReport[]
  timeline: Moment[]
  /** False where nobody will look: then no moments and checkpoints are kept. */
  watched: boolean
  checkpoints: Checkpoint[]
  /** The branch the servers stand in: its record is the lab's. */
  branch: BranchInformation
  /** The others. */
  branches: LeftBranch[]
  held: Held | null
  /** Wall-clock milliseconds of the last use; idle labs expire. */
  usedAt: number
  /** Moves of one lab run one after the other. */
  queue: Promise<unknown>
}

/** What a lab needs from whoever hosts it. */
export interface Host {
  /** Wall clock, milliseconds since the epoch. */
  wallClock(): number
  randomBytes(length: number): Uint8Array
  origins(lab: string): Origins
  backends(kind: TokenStore): Promise<Backends>
  /** PBKDF2 iterations of the cast's passwords; left out, as many as are usual. */
  passwordIterations?: number
  /** A bug or an unreachable store: for the operator's log, without any secret of the lab. */
  logFailure(lab: string, error: unknown): void
}
