import { expect, test } from 'vitest'
import { keysOf, MINUTE, RACERS, type SetUp, START, ticket } from './set-up'

export function settlesRaces(setUp: SetUp) {
  test('of fifty who claim a row exactly one wins, whatever handle they hold', async () => {
    const { store, handle, lab, clock } = await setUp()
    await store.insert('tickets', ticket('a'))
    clock.now += 1234
    const other = handle(lab)
    const claims = await Promise.all(RACERS.map((racer) => (racer % 2 ? store : other).claim('tickets', 'a')))
    expect(claims.filter((claim) => claim === 'claimed')).toHaveLength(1)
    expect(claims.filter((claim) => claim === 'already-used')).toHaveLength(49)
    expect(await store.get('tickets', 'a')).toEqual(ticket('a', { used_at: START + 1234 }))
    expect(await store.claim('tickets', 'nobody')).toBe('missing')
    expect(await store.get('tickets', 'nobody')).toBeNull()
  })

  test('fifty increments count to fifty and leave the other columns alone', async () => {
    const { store, handle, lab } = await setUp()
    const other = handle(lab)
    const counts = await Promise.all(
      RACERS.map((racer) => {
        const row = { key: 'user alice', failures: 1, issued_at: START + racer, expires_at: START + MINUTE }
        return (racer % 2 ? store : other).increment('attempts', row, 'failures')
      }),
    )
    expect(counts.toSorted((a, b) => a - b)).toEqual(RACERS.map((racer) => racer + 1))
    const issuedAt = START + counts.indexOf(1)
    expect(await store.find('attempts', {})).toEqual([
      { key: 'user alice', failures: 50, issued_at: issuedAt, expires_at: START + MINUTE },
    ])
  })

  test('what one handle wrote another one reads, in one order for both', async () => {
    const { store, handle, lab } = await setUp()
    const other = handle(lab)
    await Promise.all(
      RACERS.map((racer) => (racer % 2 ? store : other).insert('people', { key: `${racer}`, name: 'x' })),
    )
    await other.update('people', '7', { name: 'seven' })
    expect(await store.get('people', '7')).toEqual({ key: '7', name: 'seven' })
    const seen = keysOf(await store.find('people', {}))
    expect(seen).toHaveLength(50)
    expect(keysOf(await other.find('people', {}))).toEqual(seen)
  })
}
