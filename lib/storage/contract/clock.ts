import { expect, test } from 'vitest'
import { keysOf, MINUTE, type SetUp, START, ticket } from './set-up'

const YEAR = 365 * 86_400_000

/** A row that has expired may be gone or may wait for the sweep: either way every call says the same. */
export function keepsTime(setUp: SetUp) {
  test('after the lab’s clock was advanced every call agrees on which rows there are', async () => {
    const { store, clock } = await setUp()
    await store.insert('tickets', ticket('short'))
    await store.insert('tickets', ticket('long', { expires_at: START + 3 * MINUTE }))
    clock.now += 2 * MINUTE
    await store.clockAdvanced()
    const there = (await store.get('tickets', 'short')) !== null
    const expected = there ? ['short', 'long'] : ['long']
    expect(keysOf(await store.find('tickets', {}))).toEqual(expected)
    expect(keysOf(await store.find('tickets', { grant_id: 'grant-1' }))).toEqual(expected)
    expect(keysOf((await store.dump()).tickets)).toEqual(expected)
    expect(await store.claim('tickets', 'short')).toBe(there ? 'claimed' : 'missing')
    expect(await store.claim('tickets', 'long')).toBe('claimed')
  })

  test('what a swept row was called can be used again, and counting begins anew', async () => {
    const { store, clock } = await setUp()
    const attempt = () => ({ key: 'alice', failures: 1, issued_at: clock.now, expires_at: clock.now + MINUTE })
    await store.insert('tickets', ticket('a'))
    await store.insert('tickets', ticket('b', { expires_at: START + YEAR }))
    expect(await store.increment('attempts', attempt(), 'failures')).toBe(1)
    expect(await store.increment('attempts', attempt(), 'failures')).toBe(2)
    clock.now += 2 * MINUTE
    await store.clockAdvanced()
    await store.sweep()
    const again = ticket('a', { holder: 'bob', expires_at: START + YEAR })
    await store.insert('tickets', again)
    expect(await store.increment('attempts', attempt(), 'failures')).toBe(1)
    expect(keysOf(await store.find('tickets', { grant_id: 'grant-1' }))).toEqual(['b', 'a'])
    expect(await store.get('tickets', 'a')).toEqual(again)
  })

  test('advancing the clock by years takes nothing that does not expire', async () => {
    const { store, clock } = await setUp()
    const attempts = { key: 'alice', failures: 3, issued_at: START, expires_at: null }
    await store.insert('people', { key: 'alice', name: 'Alice' })
    await store.insert('attempts', attempts)
    clock.now += 10 * YEAR
    await store.clockAdvanced()
    await store.sweep()
    expect(await store.get('people', 'alice')).toEqual({ key: 'alice', name: 'Alice' })
    expect(await store.get('attempts', 'alice')).toEqual(attempts)
  })

  test('a row lives by its latest expires_at', async () => {
    const { store, clock } = await setUp()
    await store.insert('tickets', ticket('extended'))
    await store.insert('tickets', ticket('shortened'))
    await store.update('tickets', 'extended', { expires_at: START + 3 * MINUTE })
    await store.update('tickets', 'shortened', { expires_at: START + 1 })
    clock.now += 2 * MINUTE
    await store.clockAdvanced()
    await store.sweep()
    expect(keysOf(await store.find('tickets', {}))).toEqual(['extended'])
  })

  test('a clock put back with a restore makes rows live again', async () => {
    const { store, clock } = await setUp()
    await store.insert('tickets', ticket('a'))
    const dump = await store.dump()
    clock.now += 2 * MINUTE
    await store.clockAdvanced()
    await store.sweep()
    clock.now = START
    await store.restore(dump)
    expect(await store.dump()).toEqual(dump)
    expect(await store.claim('tickets', 'a')).toBe('claimed')
  })
}
