import type { ColumnDataType, ColumnDefinitionBuilder } from 'kysely'
import { EMPTY } from '../empty'
import type { Column, ColumnType, TableDefinition, Tables } from '../port'
import { encode } from './cells'
import { type AnyDatabase, type Server, tableName } from './database'

const DATA_TYPES: Record<ColumnType, ColumnDataType> = {
  text: 'text',
  integer: 'bigint',
  boolean: 'integer',
  list: 'text',
}

/** Columns the backend looks rows up by, besides the key. */
const INDEXED = ['grant_id', 'expires_at']

/**
 * Makes the tables, columns and indexes that the definitions have and the database has not. A column added to a
 * table with rows gives them null, or an empty value where null is not allowed.
 */
export async function createMissing(db: AnyDatabase, server: Server, family: string, tables: Tables) {
  const existing = new Map((await db.introspection.getTables()).map((table) => [table.name, table.columns]))
  for (const [table, definition] of Object.entries(tables)) {
    const name = tableName(family, table)
    const columns = existing.get(name)
    if (!columns) await createTable(db, server, name, definition)
    for (const [column, { type, nullable }] of Object.entries(definition)) {
      if (!columns || columns.some((known) => known.name === column)) continue
      await db.schema
        .alterTable(name)
        .addColumn(column, DATA_TYPES[type], (built) =>
          nullable ? built : built.notNull().defaultTo(encode(EMPTY[type])),
        )
        .execute()
    }
    for (const column of INDEXED) {
      if (!(column in definition)) continue
      await db.schema.createIndex(`${name}_${column}`).ifNotExists().on(name).columns(['lab', column]).execute()
    }
  }
}

async function createTable(db: AnyDatabase, server: Server, name: string, definition: TableDefinition) {
  const required = (column: ColumnDefinitionBuilder) => column.notNull()
  let table = server
    .addSequence(db.schema.createTable(name))
    .addColumn('lab', 'text', required)
    .addColumn('key', 'text', required)
    .addUniqueConstraint(`${name}_lab_key`, ['lab', 'key'])
  for (const [column, { type, nullable }] of Object.entries<Column>(definition)) {
    table = table.addColumn(column, DATA_TYPES[type], nullable ? undefined : required)
  }
  await table.execute()
}
