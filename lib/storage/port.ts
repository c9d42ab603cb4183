import type { StorageReport } from '@/lib/oauth/environment'
import type { Soon } from '@/lib/oauth/soon'

/**
 * The store port. A party states its tables once, as data; every backend (memory, SQLite,
 * PostgreSQL, Redis) turns that statement into real tables, keys or maps. The same contract suite runs on all.
 */

/** `list` is a list of strings, kept as JSON text in SQL. */
export type ColumnType = 'text' | 'integer' | 'boolean' | 'list'

export interface Column<Type extends ColumnType = ColumnType, Nullable extends boolean = boolean> {
  type: Type
  nullable: Nullable
}

export const text = { type: 'text', nullable: false } as const
export const integer = { type: 'integer', nullable: false } as const
export const boolean = { type: 'boolean', nullable: false } as const
export const list = { type: 'list', nullable: false } as const
export const optional = <Type extends ColumnType>(column: Column<Type, false>): Column<Type, true> => ({
  ...column,
  nullable: true,
})

/**
 * Columns of a table. Every table also has `lab` and `key` (its primary key). Three names mean something to the
 * backends: `expires_at` (milliseconds, lab's clock: when a sweep or a TTL removes the row), `used_at` (set by
 * `claim`) and `grant_id` (indexed: what one consent produced).
 */
export type TableDefinition = Readonly<Record<string, Column>>
export type Tables = Readonly<Record<string, TableDefinition>>

interface ColumnValue {
  text: string
  integer: number
  boolean: boolean
  list: string[]
}

type ValueOf<C extends Column> =
  C extends Column<infer Type, infer Nullable> ? ColumnValue[Type] | (Nullable extends true ? null : never) : never

/** One row. Column names are those of the table: snake_case, as the learner sees them. */
export type Row<T extends TableDefinition> = { key: string } & { [Name in keyof T]: ValueOf<T[Name]> }

/** New values for some columns of a row; its key stays. */
export type Changes<T extends TableDefinition> = { [Name in keyof T]?: ValueOf<T[Name]> }

/** Tables whose rows are used once: those with `used_at`. */
export type Claimable<T extends Tables> = {
  [Name in keyof T & string]: T[Name] extends { used_at: Column<'integer', true> } ? Name : never
}[keyof T & string]

export type Claim = 'claimed' | 'already-used' | 'missing'

export interface Store<T extends Tables> {
  /** Throws when the key is taken: two rows under one secret's hash would be a bug. */
  insert<Name extends keyof T & string>(table: Name, row: Row<T[Name]>): Soon<void>
  /** The row, or null. An expired row may still be there (SQL, until swept) or be gone (a TTL): callers check expiry. */
  get<Name extends keyof T & string>(table: Name, key: string): Soon<Row<T[Name]> | null>
  /** Rows whose columns equal the given values, oldest first. */
  find<Name extends keyof T & string>(table: Name, where: Partial<Row<T[Name]>>): Soon<Row<T[Name]>[]>
  /** Changes columns of one row; a missing row is left missing. */
  update<Name extends keyof T & string>(table: Name, key: string, changes: Changes<T[Name]>): Soon<void>
  remove<Name extends keyof T & string>(table: Name, key: string): Soon<void>
  /** Sets `used_at` to now, once: of any number of racers exactly one is told `claimed`. */
  claim<Name extends Claimable<T>>(table: Name, key: string): Soon<Claim>
  /**
   * Adds one to an integer column, atomically, and answers the new value. When there is no such row, inserts `row`
   * as it stands and answers its value.
   */
  increment<Name extends keyof T & string>(table: Name, row: Row<T[Name]>, column: keyof T[Name] & string): Soon<number>
}

/**
 * What only the lab's keeper may do with a store: look at it, sweep it, put it back. Never reported as a command,
 * but for a sweep that deleted something.
 */
export interface StoreKeeper<T extends Tables> {
  /** Every row of the lab, table by table, in insertion order. */
  dump(): Promise<Dump<T>>
  /** Replaces everything the lab has by `dump`. */
  restore(dump: Dump<T>): Promise<void>
  /** Deletes rows whose `expires_at` has passed; answers how many, and reports the commands that deleted some. */
  sweep(): Promise<number>
  /**
   * To be called after the lab's clock was moved: TTLs follow it, and what has expired goes. Where expiry is only a
   * column there is nothing to do. Calling it again does no harm.
   */
  clockAdvanced(): Promise<void>
}

/** Rows to read and to keep, never to change: a store may hand out the very ones it holds. */
export type Dump<T extends Tables> = { [Name in keyof T & string]: Dumped<Row<T[Name]>>[] }

type Dumped<R> = { readonly [Name in keyof R]: R[Name] extends string[] ? readonly string[] : R[Name] }

export interface StoreContext {
  lab: string
  /** The lab's clock, milliseconds since the epoch. */
  now(): number
  report(report: StorageReport): void
}

export type BackendKind = 'memory' | 'sqlite' | 'postgres' | 'redis'

/** What the keys of one table are called in a store of keys and values. */
export interface KeyNames {
  /** A row's own key: this, and the row's key behind it. */
  row: string
  /** The sorted set that holds the rows' order. */
  order: string
  /** The set of what belongs to one grant: this, and the grant's key behind it. */
  grant: string
}

/** One opened backend holding one family of tables for every lab. */
export interface Backend<T extends Tables> {
  kind: BackendKind
  /** A cheap handle bound to one lab, clock and reporter. */
  open(context: StoreContext): Store<T> & StoreKeeper<T>
  /** Left out where a table is a table. */
  keyNames?(lab: string, table: string): KeyNames
  /** Forgets a lab altogether. */
  drop(lab: string): Promise<void>
  close(): Promise<void>
}

/** Opens a backend for a family of tables. `family` prefixes table names and the ids of places: `authorization-server`. */
export type OpenBackend = <T extends Tables>(family: string, tables: T) => Promise<Backend<T>>
