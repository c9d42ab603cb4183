import { sql } from 'kysely'
import type { AnyRow, Cell } from '../any-row'
import type { TableDefinition } from '../port'
import { decodeRow, encodeCells, encodeText, type SqlRow, type SqlValue } from './cells'
import { type AnyDatabase, tableName } from './database'
import { Prepared, slot } from './prepared'

/** Sizes of the statements of `insertAll`: with 100 rows of 20 columns far below what a server takes. */
const BATCHES = [100, 10, 1]

/** The statements of one table, each bound to a lab. `db` is where they run: the database or a transaction on it. */
export class Table {
  readonly name: string
  readonly expires: boolean
  readonly #columns: string[]
  readonly #prepared = new Prepared()

  constructor(
    family: string,
    table: string,
    private readonly definition: TableDefinition,
  ) {
    this.name = tableName(family, table)
    this.expires = 'expires_at' in definition
    this.#columns = ['lab', 'key', ...Object.keys(definition)]
  }

  decode(row: SqlRow): AnyRow {
    return decodeRow(this.definition, row)
  }

  insert(db: AnyDatabase, lab: string, row: AnyRow) {
    return this.#prepared.run(db, 'insert', () => this.#insert(db), { ...encodeCells(row), lab })
  }

  /** Inserts in the given order, many rows a statement: their sizes are fixed so that each is compiled once. */
  async insertAll(db: AnyDatabase, lab: string, rows: readonly AnyRow[]) {
    for (let done = 0; done < rows.length; ) {
      const size = BATCHES.find((batch) => batch <= rows.length - done) ?? 1
      await this.#insertBatch(db, lab, rows.slice(done, done + size))
      done += size
    }
  }

  /** An upsert: the first one inserts, each further one adds one. */
  increment(db: AnyDatabase, lab: string, row: AnyRow, column: string) {
    const build = () =>
      this.#insert(db)
        .onConflict((conflict) =>
          conflict.columns(['lab', 'key']).doUpdateSet({ [column]: sql`${sql.ref(`${this.name}.${column}`)} + 1` }),
        )
        .returning(column)
    return this.#prepared.run(db, `increment ${column}`, build, { ...encodeCells(row), lab })
  }

  get(db: AnyDatabase, lab: string, key: string) {
    const build = () => this.#select(db).where('key', '=', slot('key'))
    return this.#prepared.run(db, 'get', build, { lab, key: encodeText(key) })
  }

  /** Oldest first. Nothing equals null in SQL, so null is asked for with `is`. */
  find(db: AnyDatabase, lab: string, where: Record<string, Cell>) {
    const columns = Object.keys(where).map((name) => ({ name, empty: where[name] === null }))
    const shape = columns.map(({ name, empty }) => (empty ? `${name} is null` : name)).join(', ')
    const build = () => {
      let query = this.#select(db)
      for (const { name, empty } of columns) {
        query = empty ? query.where(name, 'is', null) : query.where(name, '=', slot(name))
      }
      return query.orderBy('seq')
    }
    return this.#prepared.run(db, `find ${shape}`, build, { ...encodeCells(where), lab })
  }

  update(db: AnyDatabase, lab: string, key: string, changes: Record<string, Cell>) {
    const columns = Object.keys(changes)
    const build = () => this.#update(db, columns)
    return this.#prepared.run(db, `update ${columns.join(', ')}`, build, {
      ...encodeCells(changes),
      lab,
      key: encodeText(key),
    })
  }

  /** Marks the row as used unless it is: the database lets one of any number of racers through. */
  claim(db: AnyDatabase, lab: string, key: string, now: number) {
    const build = () => this.#update(db, ['used_at']).where('used_at', 'is', null)
    return this.#prepared.run(db, 'claim', build, { lab, key: encodeText(key), used_at: now })
  }

  remove(db: AnyDatabase, lab: string, key: string) {
    return this.#prepared.run(db, 'remove', () => this.#delete(db).where('key', '=', slot('key')), {
      lab,
      key: encodeText(key),
    })
  }

  removeExpired(db: AnyDatabase, lab: string, now: number) {
    const build = () => this.#delete(db).where('expires_at', '<=', slot('now'))
    return this.#prepared.run(db, 'remove expired', build, { lab, now })
  }

  removeAll(db: AnyDatabase, lab: string) {
    return this.#prepared.run(db, 'remove all', () => this.#delete(db), { lab })
  }

  #insert(db: AnyDatabase) {
    return db.insertInto(this.name).values(slots(this.#columns))
  }

  #insertBatch(db: AnyDatabase, lab: string, rows: readonly AnyRow[]) {
    const named = (column: string, index: number) => `${column} ${index}`
    const values: Record<string, SqlValue> = {}
    for (const [index, row] of rows.entries()) {
      const cells: Record<string, SqlValue> = { ...encodeCells(row), lab }
      for (const [column, cell] of Object.entries(cells)) values[named(column, index)] = cell
    }
    const build = () =>
      db
        .insertInto(this.name)
        .values(
          rows.map((_, index) =>
            Object.fromEntries(this.#columns.map((column) => [column, slot(named(column, index))])),
          ),
        )
    return this.#prepared.run(db, `insert ${rows.length}`, build, values)
  }

  #select(db: AnyDatabase) {
    return db.selectFrom(this.name).selectAll().where('lab', '=', slot('lab'))
  }

  #update(db: AnyDatabase, columns: readonly string[]) {
    return db.updateTable(this.name).set(slots(columns)).where('lab', '=', slot('lab')).where('key', '=', slot('key'))
  }

  #delete(db: AnyDatabase) {
    return db.deleteFrom(this.name).where('lab', '=', slot('lab'))
  }
}

const slots = (columns: readonly string[]) => Object.fromEntries(columns.map((column) => [column, slot(column)]))
