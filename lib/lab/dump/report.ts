import type { CheckReport } from '@/lib/oauth/check'
import type { BackendKind } from '@/lib/storage/port'

/** Whose store is stolen. */
export type StolenStore = 'authorization-server' | 'client'

/** As what a value is presented. */
export type AttemptKind =
  | 'photos'
  | 'usage'
  | 'refresh-token'
  | 'code'
  | 'server-session'
  | 'app-session'
  | 'client-secret'

/** One thing the thief tried with one value, and what the server answered. */
export interface Attempt {
  kind: AttemptKind
  /** Such as `GET /photos`. */
  line: string
  /** As the server answered: `200`, `401 invalid_token`. */
  answer: string
  /** What it opened, in words; null when it opened nothing. */
  opened: string | null
  /** The check that refused it; null when it opened something, or no check was needed to refuse it. */
  refusedBy: Pick<CheckReport, 'id' | 'by' | 'rule' | 'saw' | 'cites'> | null
}

/** A value that looked like a secret, where it lay, and what it was good for. */
export interface TriedValue {
  value: string
  table: string
  column: string
  /** The row's key. */
  row: string
  /** Whose row it is, as the row itself says; null when it does not. */
  user: string | null
  client: string | null
  attempts: Attempt[]
}

/** What the dump tells whoever reads it, usable or not. */
export interface ReadableFact {
  label: string
  values: string[]
  /** Such as `users.email`. */
  places: string[]
}

/** Answer of `POST /api/labs/{lab}/dump`. */
export interface StolenDump {
  store: StolenStore
  backend: BackendKind
  /** Whether the authorization server keeps its tokens hashed in this lab. */
  hashed: boolean
  /** The lab's clock, in milliseconds. */
  at: number
  tables: { name: string; rows: number }[]
  /** Newest first. */
  values: TriedValue[]
  /** Values that were not tried, because there were too many. */
  leftOut: number
  readable: ReadableFact[]
  /** Cells that hold a private key. */
  privateKeys: number
}
