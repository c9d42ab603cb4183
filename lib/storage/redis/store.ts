import type { AnyRow, Cell } from '../any-row'
import { matches } from '../matches'
import type { Claim, Dump, Store, StoreContext, StoreKeeper, TableDefinition, Tables } from '../port'
import { decodeRow, encodeFields } from './cells'
import type { Connection } from './connection'
import { Moment } from './expiry'
import { READ, READ_GRANT } from './lab-scripts'
import { type Family, memberName, Names } from './names'
import { type Command, readable } from './readable'
import { restoring } from './restore'
import { CLAIM, INCREMENT, INSERT, REMOVE, UPDATE } from './row-scripts'
import type { Script } from './script'
import type { Lifetimes, Upkeep } from './upkeep'

/** What a script of `row-scripts.ts` answers. */
type Answer = [result: string | number, commands: Command[]]
type Fields = string[]

/** In place of an `expires_at`: the row goes when it would have gone anyway. */
const UNCHANGED = Symbol('unchanged')

/** One family's tables as one lab sees them. */
export class RedisStore implements Store<Tables>, StoreKeeper<Tables> {
  readonly #names: Names

  constructor(
    private readonly connection: Connection,
    private readonly upkeep: Upkeep,
    private readonly lifetimes: Lifetimes,
    private readonly family: Family,
    private readonly context: StoreContext,
  ) {
    this.#names = new Names(family, context.lab)
  }

  async insert(table: string, row: AnyRow) {
    const [inserted, commands] = await this.#run(INSERT, table, row.key, row.expires_at, encodeFields(row).set)
    if (inserted === 0) throw new Error(`${table} already has a row with the key ${row.key}`)
    this.#report(commands, [row.key])
  }

  async get(table: string, key: string) {
    const definition = this.#definition(table)
    const moment = await this.#use()
    const name = this.#names.row(table, key)
    const fields = await this.connection.use((redis) => redis.hgetall(name))
    const row = decodeRow(definition, Object.entries(fields).flat())
    const found = Object.keys(fields).length > 0 && !moment.hasPassed(row)
    this.#report([['HGETALL', name]], found ? [key] : [])
    return found ? row : null
  }

  /** By grant it reads the grant's set, else the whole table: Redis has no other index. */
  async find(table: string, where: Record<string, Cell>) {
    const definition = this.#definition(table)
    const moment = await this.#use()
    const index = this.#names.index(table)
    const grant = typeof where.grant_id === 'string' ? this.#names.grant(where.grant_id) : null
    const [rows = []] = await this.#read((redis) =>
      grant ? READ_GRANT.run(redis, [grant, index], [table]) : READ.run(redis, [index], []),
    )
    const all = rows.map((fields) => decodeRow(definition, fields))
    const found = all.filter((row) => !moment.hasPassed(row) && matches(row, where))
    this.#report(
      [
        grant ? ['SMEMBERS', grant] : ['ZRANGE', index, 0, -1],
        ...all.map((row) => ['HGETALL', this.#names.row(table, row.key)]),
      ],
      found.map((row) => row.key),
    )
    return found
  }

  async update(table: string, key: string, changes: Record<string, Cell>) {
    if (Object.keys(changes).length === 0) return
    const { set, clear } = encodeFields(changes)
    const expiresAt = 'expires_at' in changes ? changes.expires_at : UNCHANGED
    const [updated, commands] = await this.#run(UPDATE, table, key, expiresAt, [set.length, ...set, ...clear])
    this.#report(commands, updated === 0 ? [] : [key])
  }

  async remove(table: string, key: string) {
    const [removed, commands] = await this.#run(REMOVE, table, key, null, [])
    this.#report(commands, removed === 0 ? [] : [key])
  }

  async claim(table: string, key: string): Promise<Claim> {
    const [claim, commands] = await this.#run(CLAIM, table, key, null, [])
    this.#report(commands, claim === 'missing' ? [] : [key])
    if (claim === 'claimed' || claim === 'already-used') return claim
    return 'missing'
  }

  async increment(table: string, row: AnyRow, column: string) {
    const fields = [column, Number(row[column]), ...encodeFields(row).set]
    const [value, commands] = await this.#run(INCREMENT, table, row.key, row.expires_at, fields)
    this.#report(commands, [row.key])
    return Number(value)
  }

  async dump() {
    const moment = await this.#use()
    const tables = await this.#read((redis) => READ.run(redis, this.#names.indexes, []))
    const dump: Dump<Tables> = {}
    for (const [at, [name, definition]] of Object.entries(this.family.tables).entries()) {
      const rows = (tables[at] ?? []).map((fields) => decodeRow(definition, fields))
      dump[name] = rows.filter((row) => !moment.hasPassed(row))
    }
    return dump
  }

  async restore(dump: Dump<Tables>) {
    const rows = new Map<string, readonly AnyRow[]>(
      Object.keys(this.family.tables).map((name) => [name, dump[name] ?? []]),
    )
    const moment = await this.#use()
    await this.connection.transact(restoring(this.#names, rows, moment))
  }

  /** Redis drops rows by itself; what is left is what the lab's clock passed before it was told. */
  async sweep() {
    const { expired, ran, commands } = await this.upkeep.align(this.family, this.context.lab, this.context.now())
    if (expired > 0) this.#report(commands, [], ran)
    return expired
  }

  async clockAdvanced() {
    const { ran, commands } = await this.upkeep.align(this.family, this.context.lab, this.context.now())
    if (ran > 0) this.#report(commands, [], ran)
  }

  async #use() {
    const moment = new Moment(this.context, this.lifetimes)
    await this.upkeep.use(this.context.lab, moment.now)
    return moment
  }

  /** @param expiresAt the row's, which decides when it goes; null or left out, it goes with the lab */
  async #run(
    script: Script,
    table: string,
    key: string,
    expiresAt: Cell | undefined | typeof UNCHANGED,
    values: readonly (string | number)[],
  ): Promise<Answer> {
    this.#definition(table)
    const moment = await this.#use()
    const keys = [this.#names.row(table, key), this.#names.index(table), this.#names.grantSets]
    const goes = expiresAt === UNCHANGED ? '' : moment.goes(expiresAt)
    const common = [moment.now, moment.wall, goes, moment.labGoes, key, memberName(table, key), this.#names.grantPrefix]
    return this.connection.use(async (redis) => (await script.run(redis, keys, [...common, ...values])) as Answer)
  }

  async #read(read: (redis: Parameters<Script['run']>[0]) => Promise<unknown>): Promise<Fields[][]> {
    const tables = await this.connection.use(async (redis) => (await read(redis)) as string[])
    return tables.map((rows) => JSON.parse(rows))
  }

  #definition(table: string): TableDefinition {
    const definition = this.family.tables[table]
    if (!definition) throw new Error(`There is no table ${table} in ${this.family.name}.redis`)
    return definition
  }

  #report(commands: readonly Command[], keys: string[], ran?: number) {
    this.context.report({ place: `${this.family.name}.redis`, command: readable(commands, ran), keys })
  }
}
