import type { AnyRow, Cell } from '../any-row'
import type { Claim, Dump, Store, StoreContext, StoreKeeper, Tables } from '../port'
import type { AnyDatabase } from './database'
import { type Executed, readable } from './prepared'
import type { Table } from './table'

/** One family's tables as one lab sees them. */
export class SqlStore implements Store<Tables>, StoreKeeper<Tables> {
  readonly #lab: string

  constructor(
    private readonly db: AnyDatabase,
    private readonly tables: ReadonlyMap<string, Table>,
    private readonly place: string,
    private readonly context: StoreContext,
  ) {
    this.#lab = context.lab
  }

  async insert(table: string, row: AnyRow) {
    const executed = await this.#table(table).insert(this.db, this.#lab, row)
    this.#report(executed, [row.key])
  }

  async get(table: string, key: string) {
    const rows = await this.#read(table, (read) => read.get(this.db, this.#lab, key))
    return rows[0] ?? null
  }

  find(table: string, where: Record<string, Cell>) {
    return this.#read(table, (read) => read.find(this.db, this.#lab, where))
  }

  async update(table: string, key: string, changes: Record<string, Cell>) {
    if (Object.keys(changes).length === 0) return
    const executed = await this.#table(table).update(this.db, this.#lab, key, changes)
    this.#report(executed, executed.affected ? [key] : [])
  }

  async remove(table: string, key: string) {
    const executed = await this.#table(table).remove(this.db, this.#lab, key)
    this.#report(executed, executed.affected ? [key] : [])
  }

  async claim(table: string, key: string): Promise<Claim> {
    const executed = await this.#table(table).claim(this.db, this.#lab, key, this.context.now())
    this.#report(executed, executed.affected ? [key] : [])
    if (executed.affected) return 'claimed'
    return (await this.get(table, key)) ? 'already-used' : 'missing'
  }

  async increment(table: string, row: AnyRow, column: string) {
    const executed = await this.#table(table).increment(this.db, this.#lab, row, column)
    this.#report(executed, [row.key])
    return Number(executed.rows[0]?.[column])
  }

  dump() {
    const snapshot = this.db.transaction().setIsolationLevel('repeatable read')
    return snapshot.execute(async (transaction) => {
      const dump: Dump<Tables> = {}
      for (const [name, table] of this.tables) {
        const { rows } = await table.find(transaction, this.#lab, {})
        dump[name] = rows.map((row) => table.decode(row))
      }
      return dump
    })
  }

  restore(dump: Dump<Tables>) {
    return this.db.transaction().execute(async (transaction) => {
      for (const [name, table] of this.tables) {
        await table.removeAll(transaction, this.#lab)
        await table.insertAll(transaction, this.#lab, dump[name] ?? [])
      }
    })
  }

  async sweep() {
    const now = this.context.now()
    let swept = 0
    for (const table of this.tables.values()) {
      if (!table.expires) continue
      const executed = await table.removeExpired(this.db, this.#lab, now)
      if (executed.affected > 0) this.#report(executed, [])
      swept += executed.affected
    }
    return swept
  }

  /** Expiry is a column here: rows expire by the clock they are read with. */
  async clockAdvanced() {}

  async #read(name: string, read: (table: Table) => Promise<Executed>) {
    const table = this.#table(name)
    const executed = await read(table)
    const rows = executed.rows.map((row) => table.decode(row))
    this.#report(
      executed,
      rows.map((row) => row.key),
    )
    return rows
  }

  #table(name: string) {
    const table = this.tables.get(name)
    if (!table) throw new Error(`There is no table ${name} in ${this.place}`)
    return table
  }

  #report(executed: Executed, keys: string[]) {
    this.context.report({
      place: this.place,
      command: readable(executed),
      keys,
    })
  }
}
