import { expect, test } from 'vitest'
import { FAMILY, MINUTE, type SetUp, START, ticket } from './set-up'

export function reportsCommands(setUp: SetUp) {
  test('every command is reported once it ran, with its place, its text and the keys it touched', async () => {
    const { store, backend, reports } = await setUp()
    /** What the last call reported: place and table are right, the text names the given values. */
    const reported = (...values: (string | number)[]) => {
      const latest = reports.splice(0)
      for (const report of latest) {
        const { place, command, keys } = report
        expect(place).toBe(`${FAMILY}.${backend.kind}`)
        expect(command).toMatch(/tickets|attempts/)
        expect(JSON.parse(JSON.stringify(report))).toEqual({ place, command, keys })
      }
      const commands = latest.map(({ command }) => command).join('\n')
      for (const value of values) expect(commands).toContain(`${value}`)
      return new Set(latest.flatMap(({ keys }) => keys))
    }
    const touched = (...keys: string[]) => new Set(keys)

    await store.insert('tickets', ticket('key-a', { holder: 'alice', seat: 4711, extras: ['lunch'] }))
    expect(reported('tickets', 'key-a', 'alice', 4711, 'lunch')).toEqual(touched('key-a'))
    await store.insert('tickets', ticket('key-b'))
    expect(reported('key-b')).toEqual(touched('key-b'))
    await store.get('tickets', 'key-a')
    expect(reported('tickets', 'key-a')).toEqual(touched('key-a'))
    await store.get('tickets', 'nobody')
    expect(reported('nobody')).toEqual(touched())
    await store.find('tickets', { grant_id: 'grant-1' })
    expect(reported('tickets', 'grant-1')).toEqual(touched('key-a', 'key-b'))
    await store.update('tickets', 'key-a', { seat: 4712 })
    expect(reported('tickets', 'key-a', 'seat', 4712)).toEqual(touched('key-a'))
    await store.update('tickets', 'nobody', { seat: 4712 })
    expect(reported('nobody')).toEqual(touched())
    await store.claim('tickets', 'key-a')
    expect(reported('tickets', 'key-a', START)).toEqual(touched('key-a'))
    await store.claim('tickets', 'key-a')
    expect(reported('tickets', 'key-a')).toEqual(touched('key-a'))
    await store.claim('tickets', 'nobody')
    expect(reported('nobody')).toEqual(touched())
    await store.increment('attempts', { key: 'key-c', failures: 1, issued_at: START, expires_at: null }, 'failures')
    expect(reported('attempts', 'key-c', 'failures')).toEqual(touched('key-c'))
    await store.remove('tickets', 'key-b')
    expect(reported('tickets', 'key-b')).toEqual(touched('key-b'))
    await store.remove('tickets', 'key-b')
    expect(reported('key-b')).toEqual(touched())
  })

  test('a command that failed is not reported', async () => {
    const { store, reports } = await setUp()
    await store.insert('tickets', ticket('a'))
    reports.length = 0
    await expect(async () => store.insert('tickets', ticket('a'))).rejects.toThrow()
    expect(reports).toEqual([])
  })

  test('a sweep reports what it deleted with', async () => {
    const { store, backend, clock, reports } = await setUp()
    await store.insert('tickets', ticket('short'))
    clock.now += 2 * MINUTE
    reports.length = 0
    const swept = await store.sweep()
    const commands = reports.map(({ command }) => command)
    expect(swept).toBe(1)
    expect(commands).toEqual([expect.stringMatching(/^(delete from .*tickets|SWEEP tickets|DEL .*:tickets:short$)/)])
    if (backend.kind !== 'redis') expect(commands[0]).toContain(String(clock.now))
  })

  test('a store that counts time by itself reports how it was told that the clock has moved', async () => {
    const { store, backend, clock, reports } = await setUp()
    await store.insert('tickets', ticket('short'))
    await store.insert('tickets', ticket('long', { expires_at: clock.now + 60 * MINUTE }))
    clock.now += 2 * MINUTE
    reports.length = 0
    await store.clockAdvanced()
    const lines = reports.flatMap(({ command }) => command.split('\n'))
    if (backend.kind !== 'redis') return expect(lines).toEqual([])
    expect(lines).toEqual([
      expect.stringMatching(/^DEL .*:tickets:short$/),
      expect.stringMatching(/^PEXPIREAT .*:tickets:long \d+$/),
    ])
  })

  test('what the keeper does is nobody’s command', async () => {
    const { store, backend, reports, lab } = await setUp()
    await store.insert('tickets', ticket('a'))
    reports.length = 0
    await store.restore(await store.dump())
    await store.sweep()
    await backend.drop(lab)
    expect(reports).toEqual([])
  })
}
