import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { keysOf, MINUTE, RACERS, type SetUp, START, TABLES, ticket } from './set-up'

export function keepsLabsApart(setUp: SetUp) {
  test('the same keys in two labs are different rows', async () => {
    const { store, handle } = await setUp()
    const other = handle(randomUUID())
    await store.insert('tickets', ticket('a', { holder: 'alice' }))
    await other.insert('tickets', ticket('a', { holder: 'bob' }))
    await other.insert('tickets', ticket('b'))
    await other.update('tickets', 'a', { seat: 9 })
    await other.claim('tickets', 'a')
    await other.remove('tickets', 'b')
    await other.increment('attempts', { key: 'a', failures: 1, issued_at: START, expires_at: null }, 'failures')
    expect(await store.dump()).toEqual({ tickets: [ticket('a')], people: [], attempts: [] })
    expect(await other.find('tickets', {})).toEqual([ticket('a', { holder: 'bob', seat: 9, used_at: START })])
  })

  test('dropping a lab takes its rows and nobody else’s', async () => {
    const { store, handle, backend, lab } = await setUp()
    const other = handle(randomUUID())
    for (const each of [store, other]) {
      await each.insert('tickets', ticket('a'))
      await each.insert('people', { key: 'a', name: 'Alice' })
    }
    await backend.drop(lab)
    expect(await store.dump()).toEqual({ tickets: [], people: [], attempts: [] })
    expect(await other.dump()).toEqual({
      tickets: [ticket('a')],
      people: [{ key: 'a', name: 'Alice' }],
      attempts: [],
    })
    await store.insert('tickets', ticket('a'))
    expect(await store.claim('tickets', 'a')).toBe('claimed')
  })

  test('tables of one name in two families are different tables', async () => {
    const { store, openBackend, lab } = await setUp()
    const stranger = await openBackend('contract-stranger', TABLES)
    onTestFinished(() => stranger.close())
    const other = stranger.open({ lab, now: () => START, report: () => {} })
    await store.insert('people', { key: 'a', name: 'Alice' })
    await other.insert('people', { key: 'a', name: 'Mallory' })
    await stranger.drop(lab)
    expect(await store.get('people', 'a')).toEqual({ key: 'a', name: 'Alice' })
    expect(await other.get('people', 'a')).toBeNull()
  })
}

export function isSwept(setUp: SetUp) {
  test('a sweep deletes what has expired by the lab’s own clock and answers how many', async () => {
    const { store, handle, clock } = await setUp()
    const slower = handle(randomUUID(), () => START)
    await slower.insert('tickets', ticket('a'))
    await store.insert('tickets', ticket('passed', { expires_at: START + MINUTE - 1 }))
    await store.insert('tickets', ticket('now', { expires_at: START + MINUTE }))
    await store.insert('tickets', ticket('later', { expires_at: START + 2 * MINUTE }))
    await store.insert('attempts', { key: 'passed', failures: 1, issued_at: START, expires_at: START + 1 })
    await store.insert('attempts', { key: 'never', failures: 1, issued_at: START, expires_at: null })
    await store.insert('people', { key: 'a', name: 'Alice' })
    expect(await store.sweep()).toBe(0)

    clock.now += MINUTE
    await store.clockAdvanced()
    const rowsNow = async () => Object.values(await store.dump()).flat().length
    const before = await rowsNow()
    const swept = await store.sweep()
    expect(swept).toBe(before - (await rowsNow()))
    expect(await store.get('tickets', 'passed')).toBeNull()
    expect(await store.get('tickets', 'now')).toBeNull()
    const { tickets, people, attempts } = await store.dump()
    expect([keysOf(tickets), keysOf(attempts), keysOf(people)]).toEqual([['later'], ['never'], ['a']])
    expect(keysOf(await slower.find('tickets', {}))).toEqual(['a'])
  })
}

export function isPutBack(setUp: SetUp) {
  test('a restored dump is the same rows in the same order', async () => {
    const { store } = await setUp()
    for (const key of ['z', 'm', 'a']) await store.insert('tickets', ticket(key, { extras: [key, ''] }))
    await store.insert('people', { key: 'b', name: 'Bob' })
    await store.insert('people', { key: 'a', name: 'Alice' })
    const dump = await store.dump()
    expect([keysOf(dump.tickets), keysOf(dump.people), dump.attempts]).toEqual([['z', 'm', 'a'], ['b', 'a'], []])

    await store.update('tickets', 'z', { seat: 2 })
    await store.claim('tickets', 'm')
    await store.remove('people', 'b')
    await store.insert('tickets', ticket('new'))
    await store.increment('attempts', { key: 'a', failures: 1, issued_at: START, expires_at: null }, 'failures')
    await store.restore(JSON.parse(JSON.stringify(dump)))
    expect(await store.dump()).toEqual(dump)
    expect(await store.claim('tickets', 'm')).toBe('claimed')
    await store.insert('tickets', ticket('after'))
    expect(keysOf(await store.find('tickets', {}))).toEqual(['z', 'm', 'a', 'after'])
  })

  test('a dump stays as it is when rows are changed, claimed or counted afterwards', async () => {
    const { store } = await setUp()
    await store.insert('tickets', ticket('a', { seat: 7 }))
    const guess = { key: 'guess', failures: 1, issued_at: START, expires_at: null }
    await store.increment('attempts', guess, 'failures')
    const dump = await store.dump()
    const before = structuredClone(dump)
    await store.update('tickets', 'a', { seat: 8 })
    await store.claim('tickets', 'a')
    await store.increment('attempts', guess, 'failures')
    expect(dump).toEqual(before)
    expect(await store.dump()).not.toEqual(before)
  })

  test('a dump goes into another lab and leaves the first as it is', async () => {
    const { store, handle } = await setUp()
    const other = handle(randomUUID())
    await store.insert('tickets', ticket('a'))
    await other.insert('tickets', ticket('b'))
    const dump = await store.dump()
    await other.restore(dump)
    await other.update('tickets', 'a', { seat: 9 })
    expect(await store.dump()).toEqual(dump)
    expect(await other.find('tickets', {})).toEqual([ticket('a', { seat: 9 })])
  })

  test('others see a restore whole or not at all', async () => {
    const { store, handle, lab } = await setUp()
    const other = handle(lab)
    for (const racer of RACERS) await store.insert('people', { key: `${racer}`, name: 'old' })
    const dump = await store.dump()
    const renamed = { ...dump, people: dump.people.map((row) => ({ ...row, name: 'new' })) }
    let restored = false
    const restoring = store.restore(renamed).finally(() => {
      restored = true
    })
    while (!restored) {
      const rows = await other.find('people', {})
      expect(rows).toHaveLength(50)
      expect(new Set(rows.map(({ name }) => name)).size).toBe(1)
    }
    await restoring
    expect(await other.find('people', { name: 'new' })).toHaveLength(50)
  })
}
