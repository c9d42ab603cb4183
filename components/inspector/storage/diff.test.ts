import { describe, expect, it } from 'vitest'
import { samplePlaces } from '@/components/testing/sample-places'
import { sampleSteps } from '@/components/testing/sample-steps'
import type { Place } from '@/lib/wire/place'
import { changeWords, diffPlaces, groupPlaces } from './diff'
import { lifetimeOf, nextExpiry, secondsPast } from './expiry'
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
