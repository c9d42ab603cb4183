import { type Kysely, PostgresDialect, sql } from 'kysely'
import type { OpenBackend } from './port'
import { SchemaIntrospector } from './postgres/introspector'
import { createPool } from './postgres/pool'
import { openSql } from './sql/open-sql'

export interface PostgresOptions {
  /** Holds the tables; made when it is missing. Default `public`. Lower-case letters, digits and `_`. */
  schema?: string
  /** At most so many connections. Default 10. */
  connections?: number
}

/** Of everybody who uses advisory locks in this database, only a migrating Grant Lab takes this one. */
const MIGRATION_LOCK = 4_711_6749

/**
 * Keeps tables in the PostgreSQL database at `url` (`postgres://user:password@host:5432/database`). A server that is
 * down or hangs fails the call with `StoreUnavailable` within five seconds; once it is back, the next call succeeds.
 */
export function openPostgres(url: string, { schema = 'public', connections = 10 }: PostgresOptions = {}): OpenBackend {
  if (!/^[a-z_][a-z0-9_]*$/.test(schema)) throw new Error(`A schema cannot be called ${schema}`)
  return openSql({
    kind: 'postgres',
    schema,
    dialect: () => new SchemaDialect(url, schema, connections),
    addSequence: (table) =>
      table.addColumn('seq', 'bigint', (column) => column.generatedAlwaysAsIdentity().primaryKey()),
    lockMigrations: async (transaction) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction)
    },
  })
}

class SchemaDialect extends PostgresDialect {
  constructor(
    url: string,
    private readonly schema: string,
    connections: number,
  ) {
    super({ pool: async () => createPool(url, schema, connections) })
  }

  override createIntrospector(db: Kysely<never>) {
    return new SchemaIntrospector(db, this.schema)
  }
}
