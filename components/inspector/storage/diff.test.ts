import { describe, expect, it } from 'vitest'
import { samplePlaces } from '@/components/testing/sample-places'
import { sampleSteps } from '@/components/testing/sample-steps'
import type { Place } from '@/lib/wire/place'
import { changeWords, diffPlaces, groupPlaces } from './diff'
import { goneWords, lifetimeOf, nextExpiry, outlived, overdue, overdueRows, secondsPast } from './expiry'
import { filledBy } from './fills'

const place = (rows: Place['rows'], id = 'client.tokens'): Place => ({
  id,
  party: 'client',
  label: 'Tokens',
  medium: 'Memory',
  columns: ['key', 'scope', 'used_at'],
  rows,
})
const row = (key: string, scope: string, used_at: number | null = null) => ({ key, scope, used_at })
const only = (now: Place[], before: Place[]) => {
  const [first] = diffPlaces(now, before)
  if (!first) throw new Error('There is no place.')
  return first
}

describe('what a step did to a place', () => {
  it('tells new, changed, deleted and untouched rows apart', () => {
    const diff = only(
      [place([row('a', 'read'), row('b', 'write', 5), row('d', 'new')])],
      [place([row('a', 'read'), row('b', 'write'), row('c', 'gone')])],
    )
    expect(diff.rows.map(({ key, change }) => [key, change])).toEqual([
      ['a', null],
      ['b', 'changed'],
      ['d', 'inserted'],
      ['c', 'deleted'],
    ])
    expect(diff).toMatchObject({ count: 3, touched: true, changes: { inserted: 1, changed: 1, deleted: 1 } })
    expect(changeWords(diff.changes)).toBe('1 new, 1 changed, 1 deleted')
  })

  it('names the old value of a changed cell, also when it was empty', () => {
    const diff = only([place([row('b', 'write', 5)])], [place([row('b', 'write')])])
    expect(diff.rows[0]?.cells).toEqual([
      { column: 'key', value: 'b' },
      { column: 'scope', value: 'write' },
      { column: 'used_at', value: 5, was: null },
    ])
  })

  it('keeps rows with the same key apart, as a browser history has them', () => {
    const same = row('a', 'read')
    expect(only([place([same, same])], [place([same])]).rows.map(({ change }) => change)).toEqual([null, 'inserted'])
  })

  it('shows the rows of a place that is gone as deleted', () => {
    const diff = only([], [place([row('a', 'read')])])
    expect(diff).toMatchObject({ count: 0, changes: { deleted: 1 } })
  })

  it('touches nothing when nothing changed', () => {
    expect(diffPlaces(samplePlaces(9), samplePlaces(9)).some(({ touched }) => touched)).toBe(false)
  })

  it('groups by party in the order of the lanes', () => {
    const parties = groupPlaces(diffPlaces(samplePlaces(14), samplePlaces(13))).map(({ party }) => party)
    expect(parties).toEqual(['browser', 'client', 'authorization-server', 'resource-server'])
  })
})

describe('what a step did to a large table, of which only the newest rows are known', () => {
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => row(String(from + at), 'read'))
  const view = (from: number, to: number, total: number) => ({ ...place(rows(from, to)), total })

  it('takes a row that another one pushed out of view for no deleted one', () => {
    const diff = only([view(1, 101, 5_001)], [view(0, 100, 5_000)])
    expect(diff.changes).toEqual({ inserted: 1, changed: 0, deleted: 0 })
    expect(diff.rows.filter(({ change }) => change !== null).map(({ key }) => key)).toEqual(['100'])
    expect(diff.count).toBe(5_001)
  })

  it('takes a row that came back into view for no new one, and names the one that went', () => {
    const diff = only([view(0, 100, 5_000)], [view(1, 101, 5_001)])
    expect(diff.changes).toEqual({ inserted: 0, changed: 0, deleted: 1 })
    expect(diff.rows.filter(({ change }) => change !== null).map(({ key }) => key)).toEqual(['100'])
  })

  it('counts what came or went out of view', () => {
    expect(only([view(0, 100, 4_000)], [view(0, 100, 5_000)]).changes).toMatchObject({ inserted: 0, deleted: 1_000 })
    expect(only([view(500, 600, 700)], [place(rows(0, 100))]).changes).toMatchObject({ inserted: 600, deleted: 0 })
  })
})

describe('expiry', () => {
  it('prefers the time the access token expires to that of the row around it', () => {
    expect(lifetimeOf({ issued_at: 1, access_expires_at: 5, expires_at: 9 })).toEqual({ from: 1, to: 5 })
    expect(lifetimeOf({ issued_at: 1 })).toBeNull()
  })

  it('finds what ends next, leaving out what is used, revoked or over', () => {
    const rows = [
      { key: 'used', used_at: 2, expires_at: 50 },
      { key: 'over', expires_at: 10 },
      { key: 'revoked', revoked_at: 3, expires_at: 40 },
      { key: 'later', expires_at: 90 },
      { key: 'next', expires_at: 70 },
    ]
    expect(nextExpiry([place(rows)], 20)?.at).toBe(70)
    expect(nextExpiry([place([])], 20)).toBeNull()
  })

  it('advances one second past the end', () => {
    expect(secondsPast(61_500, 0)).toBe(63)
  })
})

describe('what has expired', () => {
  const at = (id: string) => place([{ key: 'a', expires_at: 10 }], id)
  const row = { key: 'a', expires_at: 10 }
  const quiet = { after: null, commands: [], now: 20 }
  const touching = [{ place: 'authorization-server.redis', command: 'UNLINK a', keys: ['a'] }]

  it('waits for the sweep in SQL and in memory, but not in Redis or the browser', () => {
    const [sqlite, redis] = [
      at('authorization-server.sqlite.access_tokens'),
      at('authorization-server.redis.access_tokens'),
    ]
    expect(overdue(sqlite, row, 20)).toBe(true)
    expect(overdue(sqlite, row, 9)).toBe(false)
    expect(overdue(redis, row, 20)).toBe(false)
    expect(overdue(at('browser.cookies'), row, 20)).toBe(false)
    expect(overdueRows([sqlite, redis], 20)).toBe(1)
    expect([outlived([sqlite], 20), outlived([redis], 20), outlived([redis], 9)]).toEqual([false, true, false])
  })

  it('says how a row went: its TTL, a command, a sweep', () => {
    const redis = at('authorization-server.redis.access_tokens')
    const sqlite = at('authorization-server.sqlite.access_tokens')
    expect(goneWords(redis, 'a', row, quiet)).toBe('gone: its TTL ran out')
    expect(goneWords(redis, 'a', row, { ...quiet, commands: touching })).toBe('deleted')
    expect(goneWords(redis, 'a', row, { ...quiet, now: 5 })).toBe('deleted')
    expect(goneWords(redis, 'a', row, { ...quiet, after: { what: 'clock', storage: [] } })).toMatch(/^gone: the clock/)
    expect(goneWords(sqlite, 'a', row, quiet)).toBe('deleted')
    expect(goneWords(sqlite, 'a', row, { ...quiet, after: { what: 'sweep', storage: [] } })).toBe(
      'deleted by the sweep',
    )
  })
})

describe('an empty place', () => {
  const steps = sampleSteps(4)
  it.each([
    ['authorization-server.sqlite.authorization_codes', 'authorization-response'],
    ['client.memory.tokens', 'token-response'],
    ['client.memory.results', 'resource-response'],
  ])('%s names the step that fills it', (id, key) => {
    expect(filledBy(id, steps, 4)?.key).toBe(key)
  })

  it('names none when nothing planned fills it', () => {
    expect(filledBy('authorization-server.sqlite.attempts', steps, 4)).toBeNull()
    expect(filledBy('client.memory.tokens', steps, 18)).toBeNull()
  })
})
