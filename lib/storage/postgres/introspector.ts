import type { ColumnMetadata, DatabaseIntrospector, DatabaseMetadata, SchemaMetadata, TableMetadata } from 'kysely'
import type { AnyDatabase } from '../sql/database'

/** Looks at one schema only: Kysely's own looks at all of them, and stumbles when somebody drops another one meanwhile. */
export class SchemaIntrospector implements DatabaseIntrospector {
  constructor(
    private readonly db: AnyDatabase,
    private readonly schema: string,
  ) {}

  async getSchemas(): Promise<SchemaMetadata[]> {
    const schemas = await this.db.selectFrom('information_schema.schemata').select('schema_name').execute()
    return schemas.map((row) => ({ name: String(row.schema_name) }))
  }

  async getTables(): Promise<TableMetadata[]> {
    const columns = await this.db
      .selectFrom('information_schema.columns')
      .selectAll()
      .where('table_schema', '=', this.schema)
      .orderBy('table_name')
      .orderBy('ordinal_position')
      .execute()
    const byTable = new Map<string, ColumnMetadata[]>()
    for (const column of columns) {
      const name = String(column.table_name)
      const columnsOfTable = byTable.get(name) ?? []
      byTable.set(name, columnsOfTable)
      columnsOfTable.push({
        name: String(column.column_name),
        dataType: String(column.data_type),
        isNullable: column.is_nullable === 'YES',
        isAutoIncrementing: column.is_identity === 'YES',
        hasDefaultValue: column.column_default !== null,
      })
    }
    return [...byTable].map(([name, found]) => ({
      name,
      schema: this.schema,
      isView: false,
      isForeign: false,
      columns: found,
    }))
  }

  async getMetadata(): Promise<DatabaseMetadata> {
    return { tables: await this.getTables() }
  }
}
