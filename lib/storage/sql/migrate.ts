import { type Migration, Migrator } from 'kysely'
import type { Tables } from '../port'
import { createMissing } from './create-missing'
import { type AnyDatabase, type Server, tableName } from './database'

/**
 * Brings a family's tables up to date. What a definition adds (a table, a column, an index) needs no migration.
 * What it renames, retypes or drops does: append it here under the next number, written so that it passes on a
 * database that never had the old form, because the first one creates the tables as they are defined today.
 * Of several processes that start at once, one works and the others wait.
 */
export async function migrate(db: AnyDatabase, server: Server, family: string, tables: Tables) {
  const create = (connection: AnyDatabase) => createMissing(connection, server, family, tables)
  const migrations: Record<string, Migration> = {
    '0001-tables': { up: create },
  }
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: tableName(family, 'migrations'),
    migrationLockTableName: tableName(family, 'migrations_lock'),
    ...(server.schema && { migrationTableSchema: server.schema }),
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
  await db.transaction().execute(async (transaction) => {
    await server.lockMigrations(transaction)
    await create(transaction)
  })
}
