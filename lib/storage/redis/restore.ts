import type { ChainableCommander, Redis } from 'ioredis'
import type { AnyRow } from '../any-row'
import { encodeFields } from './cells'
import type { Moment } from './expiry'
import { DROP } from './lab-scripts'
import { memberName, type Names } from './names'

/** How many members one command adds to a set. */
const BATCH = 500

/** Replaces everything under `names` by `rows`, table by table, in one transaction. What has expired is left out. */
export async function restore(
  redis: Redis,
  names: Names,
  rows: ReadonlyMap<string, readonly AnyRow[]>,
  moment: Moment,
) {
  const transaction = redis.multi()
  const oldKeys = [names.grantSets, ...names.indexes]
  transaction.eval(DROP.lua, oldKeys.length, ...oldKeys)
  const grants = new Map<string, { members: string[]; goes: number }>()
  for (const [table, all] of rows) {
    const living = all.filter((row) => !moment.hasPassed(row))
    if (living.length === 0) continue
    let last = moment.labGoes
    for (const row of living) {
      const name = names.row(table, row.key)
      const goes = moment.goes(row.expires_at)
      transaction.hset(name, ...encodeFields(row).set).pexpireat(name, goes)
      last = Math.max(last, goes)
      if (typeof row.grant_id !== 'string') continue
      const grant = grants.get(row.grant_id) ?? { members: [], goes: moment.labGoes }
      grants.set(row.grant_id, grant)
      grant.members.push(memberName(table, row.key))
      grant.goes = Math.max(grant.goes, goes)
    }
    const places = living.map((row, place): [number, string] => [place + 1, row.key])
    for (const batch of batches(places)) transaction.zadd(names.index(table), ...batch.flat())
    transaction.pexpireat(names.index(table), last)
  }
  addGrants(transaction, names, grants)
  const answers = await transaction.exec()
  for (const [error] of answers ?? []) {
    if (error) throw error
  }
}

function addGrants(
  transaction: ChainableCommander,
  names: Names,
  grants: ReadonlyMap<string, { members: string[]; goes: number }>,
) {
  if (grants.size === 0) return
  for (const [id, { members, goes }] of grants) {
    for (const batch of batches(members)) transaction.sadd(names.grant(id), ...batch)
    transaction.pexpireat(names.grant(id), goes)
  }
  for (const batch of batches([...grants.keys()].map((id) => names.grant(id)))) {
    transaction.sadd(names.grantSets, ...batch)
  }
  transaction.pexpireat(names.grantSets, Math.max(...[...grants.values()].map(({ goes }) => goes)))
}

function batches<Item>(items: readonly Item[]): Item[][] {
  const made: Item[][] = []
  for (let at = 0; at < items.length; at += BATCH) made.push(items.slice(at, at + BATCH))
  return made
}
