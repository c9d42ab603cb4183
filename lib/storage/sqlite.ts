import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'
import Database from 'libsql'
import type { OpenBackend } from './port'
import { openSql } from './sql/open-sql'

/** How long a statement waits for another process that is writing, in milliseconds. */
const BUSY_TIMEOUT = 5000

/**
 * Keeps tables in the SQLite database `file`, which is made when it is missing; `:memory:` keeps them in this process.
 * Families opened through one answer share one connection. Call it once per file and process: a connection that waits
 * for another one's transaction stops the process meanwhile.
 */
export function openSqlite(file: string): OpenBackend {
  return openSql({
    kind: 'sqlite',
    dialect: () => new SqliteDialect({ database: async () => connect(file) }),
    addSequence: (table) => table.addColumn('seq', 'integer', (column) => column.primaryKey()),
    lockMigrations: async () => {},
  })
}

/** A connection that prepares each statement once: that takes SQLite longer than running it. */
function connect(file: string): SqliteDatabase {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT}`)
  const prepared = new Map<string, SqliteStatement>()
  return {
    prepare(sql) {
      const statement = prepared.get(sql) ?? database.prepare(sql)
      prepared.set(sql, statement)
      return statement
    },
    close() {
      prepared.clear()
      database.close()
    },
  }
}
