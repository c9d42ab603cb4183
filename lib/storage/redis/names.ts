import type { Tables } from '../port'

/** A family of tables under the prefix that keeps one Grant Lab's keys apart from everybody else's. */
export interface Family {
  prefix: string
  name: string
  tables: Tables
}

/**
 * The keys of one family in one lab. Lab, family and table never hold a `:`, so no two of these are the same:
 *
 *   grant-lab:{lab}:{family}:{table}:{key}            a row: a hash, one field a column
 *   grant-lab:{lab}:{family}:{table}                  the table's index: a sorted set, oldest key first
 *   grant-lab:{lab}:{family}:grant-members:{grant}    what one grant produced: a set of `table:key`
 *   grant-lab:{lab}:{family}:grant-sets               the names of these sets
 */
export class Names {
  readonly #base: string
  readonly #tables: Tables

  constructor({ prefix, name, tables }: Family, lab: string) {
    this.#base = `${prefix}:${lab}:${name}`
    this.#tables = tables
  }

  index(table: string) {
    return `${this.#base}:${table}`
  }

  row(table: string, key: string) {
    return `${this.index(table)}:${key}`
  }

  grant(id: string) {
    return `${this.grantPrefix}${id}`
  }

  get grantPrefix() {
    return `${this.#base}:grant-members:`
  }

  get grantSets() {
    return `${this.#base}:grant-sets`
  }

  get indexes() {
    return Object.keys(this.#tables).map((table) => this.index(table))
  }
}

/** What a row is called in its grant's set. */
export const memberName = (table: string, key: string) => `${table}:${key}`
