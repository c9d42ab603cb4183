import type { AnyRow } from '../any-row'
import { encodeFields } from './cells'
import type { Moment } from './expiry'
import { DROP } from './lab-scripts'
import { memberName, type Names } from './names'
import type { Command } from './readable'

/** How many members one command adds to a set. */
const BATCH = 500

/** A set that rows are members of, and when the last of them goes. */
interface Members {
  all: string[]
  goes: number
}

/**
 * What replaces everything under `names` by `rows`, table by table, when it is run as one transaction. What has
 * expired is left out.
 */
export function restoring(names: Names, rows: ReadonlyMap<string, readonly AnyRow[]>, moment: Moment): Command[] {
  const oldKeys = [names.grantSets, ...names.indexes]
  const commands: Command[] = [['eval', DROP.lua, oldKeys.length, ...oldKeys]]
  const grants = new Map<string, Members>()
  for (const [table, all] of rows) {
    const living = all.filter((row) => !moment.hasPassed(row))
    let last = moment.labGoes
    for (const row of living) {
      const name = names.row(table, row.key)
      const goes = moment.goes(row.expires_at)
      commands.push(['hset', name, ...encodeFields(row).set], ['pexpireat', name, goes])
      last = Math.max(last, goes)
      if (typeof row.grant_id !== 'string') continue
      const grant = grants.get(row.grant_id) ?? { all: [], goes: moment.labGoes }
      grants.set(row.grant_id, grant)
      grant.all.push(memberName(table, row.key))
      grant.goes = Math.max(grant.goes, goes)
    }
    const places = living.map((row, place) => [place + 1, row.key])
    commands.push(...adding('zadd', names.index(table), places, last))
  }
  let last = moment.labGoes
  for (const [id, { all, goes }] of grants) {
    commands.push(
      ...adding(
        'sadd',
        names.grant(id),
        all.map((member) => [member]),
        goes,
      ),
    )
    last = Math.max(last, goes)
  }
  return [
    ...commands,
    ...adding(
      'sadd',
      names.grantSets,
      [...grants.keys()].map((id) => [names.grant(id)]),
      last,
    ),
  ]
}

function adding(command: string, set: string, members: readonly Command[], goes: number): Command[] {
  if (members.length === 0) return []
  const commands: Command[] = []
  for (let at = 0; at < members.length; at += BATCH) {
    commands.push([command, set, ...members.slice(at, at + BATCH).flat()])
  }
  return [...commands, ['pexpireat', set, goes]]
}
