import type { CreateTableBuilder, Dialect, Kysely } from 'kysely'
import type { BackendKind } from '../port'
import type { SqlRow } from './cells'

/** Tables are data here, so Kysely is told only that they have columns. */
export type AnyDatabase = Kysely<Record<string, SqlRow>>

/** Where SQL servers differ. A new one is a value of this type. */
export interface Server {
  kind: BackendKind
  dialect(): Dialect
  /** Adds `seq`, the primary key that numbers rows in the order they were inserted. */
  addSequence(table: CreateTableBuilder<string>): CreateTableBuilder<string>
  /** The schema that holds the tables; left out where there are no schemas. */
  schema?: string
  /** Makes every other process that migrates wait until this transaction ends. */
  lockMigrations(transaction: AnyDatabase): Promise<void>
}

/** `authorization-server`, `access_tokens`: `authorization_server_access_tokens`. */
export const tableName = (family: string, table: string) => `${family.replaceAll('-', '_')}_${table}`
