import { type Kysely, PostgresDialect, sql } from 'kysely'
import type { OpenBackend } from './port'
import { SchemaIntrospector } from './postgres/introspector'
import { createPool, type PoolSettings } from './postgres/pool'
import { openSql } from './sql/open-sql'

/** Left out: the schema `public`, 10 connections, a timeout of 4 seconds. */
export type PostgresOptions = Partial<PoolSettings>

/** Of everybody who uses advisory locks in this database, only a migrating Grant Lab takes this one. */
const MIGRATION_LOCK = 47_116_749

/**
 * Keeps tables in the PostgreSQL database at `url` (`postgres://user:password@host:5432/database`). A server that is
 * down or hangs fails the call with `StoreUnavailable` within the timeout; once it is back, the next call succeeds. A
 * missing schema is made; its name is of lower-case letters, digits and `_`.
 */
export function openPostgres(url: string, options: PostgresOptions = {}): OpenBackend {
  const { schema = 'public', connections = 10, timeout = 4000 } = options
  if (!/^[a-z_][a-z0-9_]*$/.test(schema)) throw new Error(`A schema cannot be called ${schema}`)
  return openSql({
    kind: 'postgres',
    schema,
    dialect: () => new SchemaDialect(url, { schema, connections, timeout }),
    addSequence: (table) =>
      table.addColumn('seq', 'bigint', (column) => column.generatedAlwaysAsIdentity().primaryKey()),
    lockMigrations: async (transaction) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction)
    },
  })
}

class SchemaDialect extends PostgresDialect {
  readonly #schema: string

  constructor(url: string, settings: PoolSettings) {
    super({ pool: async () => createPool(url, settings) })
    this.#schema = settings.schema
  }

  override createIntrospector(db: Kysely<never>) {
    return new SchemaIntrospector(db, this.#schema)
  }
}
