import { Kysely } from 'kysely'
import type { Backend, OpenBackend, StoreContext, Tables } from '../port'
import type { AnyDatabase, Server } from './database'
import { migrate } from './migrate'
import { SqlStore } from './store'
import { Table } from './table'

/** Opens families on one connection (or pool) to `server`: made for the first of them, closed with the last. */
export function openSql(server: Server): OpenBackend {
  let shared: AnyDatabase | undefined
  let families = 0

  const release = async (db: AnyDatabase) => {
    families -= 1
    if (families > 0) return
    shared = undefined
    await db.destroy()
  }

  return async <T extends Tables>(family: string, tables: T) => {
    shared ??= new Kysely({ dialect: server.dialect() })
    const db = shared
    families += 1
    try {
      await migrate(db, server, family, tables)
    } catch (error) {
      await release(db)
      throw error
    }
    return backend(db, server, family, tables, () => release(db)) as Backend<T>
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
