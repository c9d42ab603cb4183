import { Kysely } from 'kysely'
import type { Backend, OpenBackend, StoreContext, Tables } from '../port'
import { Shared } from '../shared'
import type { AnyDatabase, Server } from './database'
import { migrate } from './migrate'
import { SqlStore } from './store'
import { Table } from './table'

/** Opens families on one connection (or pool) to `server`: made for the first of them, closed with the last. */
export function openSql(server: Server): OpenBackend {
  const connection = new Shared<AnyDatabase>(
    () => new Kysely({ dialect: server.dialect() }),
    (db) => db.destroy(),
  )

  return async <T extends Tables>(family: string, tables: T) => {
    const db = connection.take()
    try {
      await migrate(db, server, family, tables)
    } catch (error) {
      await connection.release(db)
      throw error
    }
    return backend(db, server, family, tables, () => connection.release(db)) as Backend<T>
  }
}

function backend(
  db: AnyDatabase,
  server: Server,
  family: string,
  definitions: Tables,
  close: () => Promise<void>,
): Backend<Tables> {
  const place = `${family}.${server.kind}`
  const tables = new Map(
    Object.entries(definitions).map(([name, definition]) => [name, new Table(family, name, definition)]),
  )
  return {
    kind: server.kind,
    open: (context: StoreContext) => new SqlStore(db, tables, place, context),
    drop: (lab) =>
      db.transaction().execute(async (transaction) => {
        for (const table of tables.values()) await table.removeAll(transaction, lab)
      }),
    close,
  }
}
