import type { StorageReport } from '@/lib/oauth/environment'
import type { AnyRow, Cell } from './any-row'
import { matches } from './matches'
import type { Backend, Claim, Dump, OpenBackend, Store, StoreContext, StoreKeeper, Tables } from './port'

/**
 * Maps keep insertion order, and setting a key again does not move it: what `find` and `dump` promise. A row is replaced
 * and never changed in place, so that a dump of thousands is a list of them and no copy.
 */
type Rows = Map<string, Readonly<AnyRow>>

/** Keeps everything in maps of this process; gone when it ends. */
export const openMemory: OpenBackend = async <T extends Tables>(family: string, tables: T) => {
  const backend: Backend<Tables> = new MemoryBackend(`${family}.memory`, Object.keys(tables))
  return backend as Backend<T>
}

class MemoryBackend implements Backend<Tables> {
  readonly kind = 'memory'
  readonly #labs = new Map<string, Map<string, Rows>>()

  constructor(
    private readonly place: string,
    private readonly tables: readonly string[],
  ) {}

  open(context: StoreContext) {
    return new MemoryStore(this.place, () => this.#lab(context.lab), context)
  }

  async drop(lab: string) {
    this.#labs.delete(lab)
  }

  async close() {
    this.#labs.clear()
  }

  #lab(lab: string) {
    const known = this.#labs.get(lab)
    if (known) return known
    const fresh = new Map(this.tables.map((table): [string, Rows] => [table, new Map()]))
    this.#labs.set(lab, fresh)
    return fresh
  }
}

/** Every method finishes in one turn of the event loop: nobody can come between its look and its change. */
class MemoryStore implements Store<Tables>, StoreKeeper<Tables> {
  constructor(
    private readonly place: string,
    private readonly tables: () => Map<string, Rows>,
    private readonly context: StoreContext,
  ) {}

  insert(table: string, row: AnyRow) {
    const rows = this.#rows(table)
    if (rows.has(row.key)) throw new Error(`${table} already has a row with the key ${row.key}`)
    rows.set(row.key, copy(row))
    this.#report(() => `SET ${table} ${quote(row.key)} ${show(columnsOf(row))}`, [row.key])
  }

  get(table: string, key: string) {
    const row = this.#rows(table).get(key)
    this.#report(() => `GET ${table} ${quote(key)}`, row ? [key] : [])
    return row ? copy(row) : null
  }

  find(table: string, where: Record<string, Cell>) {
    const found: AnyRow[] = []
    for (const row of this.#rows(table).values()) {
      if (matches(row, where)) found.push(copy(row))
    }
    this.#report(
      () => `FIND ${table} ${show(where)}`,
      found.map((row) => row.key),
    )
    return found
  }

  update(table: string, key: string, changes: Record<string, Cell>) {
    const rows = this.#rows(table)
    const row = rows.get(key)
    if (row) rows.set(key, copy({ ...row, ...changes, key }))
    this.#report(() => `UPDATE ${table} ${quote(key)} ${show(changes)}`, row ? [key] : [])
  }

  remove(table: string, key: string) {
    const removed = this.#rows(table).delete(key)
    this.#report(() => `DELETE ${table} ${quote(key)}`, removed ? [key] : [])
  }

  claim(table: string, key: string): Claim {
    const rows = this.#rows(table)
    const row = rows.get(key)
    const now = this.context.now()
    const claimed = row?.used_at === null
    if (claimed) rows.set(key, { ...row, used_at: now })
    this.#report(() => `CLAIM ${table} ${quote(key)} { used_at: ${now} }`, row ? [key] : [])
    if (claimed) return 'claimed'
    return row ? 'already-used' : 'missing'
  }

  increment(table: string, row: AnyRow, column: string) {
    const rows = this.#rows(table)
    const { key } = row
    const known = rows.get(key)
    const value = known ? Number(known[column]) + 1 : Number(row[column])
    rows.set(key, copy({ ...(known ?? row), [column]: value }))
    this.#report(() => `INCREMENT ${table} ${quote(key)} ${column} OR SET ${show(columnsOf(row))}`, [key])
    return value
  }

  async dump() {
    const dump: Dump<Tables> = {}
    for (const [table, rows] of this.tables()) dump[table] = [...rows.values()]
    return dump
  }

  async restore(dump: Dump<Tables>) {
    for (const [table, rows] of this.tables()) {
      rows.clear()
      for (const row of dump[table] ?? []) rows.set(row.key, copy(row))
    }
  }

  async sweep() {
    const now = this.context.now()
    let swept = 0
    for (const [table, rows] of this.tables()) {
      const expired = [...rows.values()].filter(({ expires_at }) => typeof expires_at === 'number' && expires_at <= now)
      for (const { key } of expired) rows.delete(key)
      const keys = expired.map(({ key }) => key)
      if (keys.length > 0) this.#report(() => `SWEEP ${table} { expires_at <= ${now} }`, keys)
      swept += keys.length
    }
    return swept
  }

  async clockAdvanced() {}

  #rows(table: string) {
    const rows = this.tables().get(table)
    if (!rows) throw new Error(`There is no table ${table} in ${this.place}`)
    return rows
  }

  #report(write: () => string, keys: string[]) {
    this.context.report(new MemoryCommand(this.place, keys, write))
  }
}

/** Written out when it is read: most messages of a busy program are never looked at. */
class MemoryCommand implements StorageReport {
  constructor(
    readonly place: string,
    readonly keys: string[],
    private readonly write: () => string,
  ) {}

  get command() {
    return this.write()
  }

  toJSON(): StorageReport {
    const { place, command, keys } = this
    return { place, command, keys }
  }
}

function copy(row: AnyRow): AnyRow {
  const copied = { ...row }
  for (const name in copied) {
    const value = copied[name]
    if (Array.isArray(value)) copied[name] = value.slice()
  }
  return copied
}

function columnsOf({ key: _key, ...columns }: AnyRow) {
  return columns
}

const quote = (value: Cell) => JSON.stringify(value)

function show(columns: Record<string, Cell>) {
  const pairs = Object.entries(columns).map(([name, value]) => `${name}: ${quote(value)}`)
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}
