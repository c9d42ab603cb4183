import { afterAll, describe, expect, test } from 'vitest'
import { testRedis } from '@/lib/testing/services'
import { storeContract } from './contract'
import { FAMILY, keysOf, MINUTE, START, setUp, setUpFamily, TABLES, ticket } from './contract/set-up'
import { integer, list, optional, text } from './port'
import { openRedis } from './redis'

const server = await testRedis()
const { prefix } = server
const HOUR = 60 * MINUTE

const CODES = {
  codes: { client_id: text, uris: list, grant_id: text, expires_at: integer, used_at: optional(integer) },
  users: { name: text },
} as const

const open = (options = {}) => openRedis(server.url, { prefix, ...options })
const command = (name: string, ...values: (string | number)[]) => server.command(name, ...values)
/** Rounded up to tens, for slow machines. */
const secondsLeft = async (key: string) => Math.ceil(Number(await command('PTTL', key)) / 10_000) * 10
const code = (expires_at: number) => ({
  key: 'a1b2',
  client_id: 'photo-editor',
  uris: ['https://a.test'],
  grant_id: 'g1',
  expires_at,
  used_at: null,
})

describe.skipIf(server.absent)('Redis', () => {
  afterAll(() => server.remove())

  storeContract('redis', async () => open())

  test('says what its keys are called, as they are', async () => {
    const opened = open()
    const { lab, store } = await setUpFamily(opened, 'authorization-server', CODES)
    const backend = await opened('authorization-server', CODES)
    await store.insert('codes', code(START + MINUTE))
    const { row, order, grant } = backend.keyNames?.(lab, 'codes') ?? {}
    expect(await command('TYPE', `${row}a1b2`)).toBe('hash')
    expect(await command('TYPE', `${order}`)).toBe('zset')
    expect(await command('TYPE', `${grant}g1`)).toBe('set')
    await backend.close()
  })

  test('reports the commands that ran, with the time at which each key goes', async () => {
    const wall = Date.now()
    const opened = open({ wallClock: () => wall, labLifetime: 2 * HOUR })
    const { lab, reports, handle } = await setUpFamily(opened, 'authorization-server', CODES)
    const store = handle(lab, () => wall + HOUR)
    const commands = () => reports.splice(0).flatMap(({ command }) => command.split('\n'))
    const base = `${prefix}:${lab}:authorization-server`
    const row = `${base}:codes:a1b2`
    await store.insert('codes', code(wall + HOUR + MINUTE))
    expect(commands()).toEqual([
      `EXISTS ${row}`,
      `HSET ${row} key a1b2 client_id photo-editor uris "[\\"https://a.test\\"]" grant_id g1 expires_at ${wall + HOUR + MINUTE}`,
      `PEXPIREAT ${row} ${wall + MINUTE}`,
      `ZADD ${base}:codes 1 a1b2`,
      `PEXPIREAT ${base}:codes ${wall + 2 * HOUR}`,
      `SADD ${base}:grant-members:g1 codes:a1b2`,
      `PEXPIREAT ${base}:grant-members:g1 ${wall + 2 * HOUR}`,
      `SADD ${base}:grant-sets ${base}:grant-members:g1`,
      `PEXPIREAT ${base}:grant-sets ${wall + 2 * HOUR}`,
    ])
    await store.get('codes', 'a1b2')
    expect(commands()).toEqual([`HGETALL ${row}`])
    await store.find('codes', { grant_id: 'g1' })
    expect(commands()).toEqual([`SMEMBERS ${base}:grant-members:g1`, `HGETALL ${row}`])
    await store.find('codes', { client_id: 'photo-editor' })
    expect(commands()).toEqual([`ZRANGE ${base}:codes 0 -1`, `HGETALL ${row}`])
    await store.claim('codes', 'a1b2')
    expect(commands()).toEqual([`EXISTS ${row}`, `HSETNX ${row} used_at ${wall + HOUR}`])
    await store.update('codes', 'a1b2', { used_at: null, expires_at: wall + HOUR + 2 * MINUTE })
    expect(commands()).toEqual([
      `EXISTS ${row}`,
      `HSET ${row} expires_at ${wall + HOUR + 2 * MINUTE}`,
      `HDEL ${row} used_at`,
      `PEXPIREAT ${row} ${wall + 2 * MINUTE}`,
    ])
    await store.remove('codes', 'a1b2')
    expect(commands()).toEqual([`DEL ${row}`, `ZREM ${base}:codes a1b2`])
    await store.insert('users', { key: 'alice', name: 'Alice Liddell' })
    expect(commands()).toContain(`PEXPIREAT ${base}:users:alice ${wall + 2 * HOUR}`)
  })

  test('a row is a hash that redis-cli shows, what a grant produced is a set', async () => {
    const { store, lab } = await setUp(open())
    const base = `${prefix}:${lab}:${FAMILY}`
    await store.insert('tickets', ticket('a', { extras: ['lunch'], standing: true }))
    await store.insert('tickets', ticket('b'))
    expect(await command('HGETALL', `${base}:tickets:a`)).toEqual(
      Object.entries({
        ...{ key: 'a', holder: 'alice', seat: '1', standing: 'true', extras: '["lunch"]', grant_id: 'grant-1' },
        expires_at: `${START + MINUTE}`,
      }).flat(),
    )
    expect(new Set((await command('SMEMBERS', `${base}:grant-members:grant-1`)) as string[])).toEqual(
      new Set(['tickets:a', 'tickets:b']),
    )
  })

  test('no key is without a TTL, and dropping the lab leaves none', async () => {
    const { store, backend, lab } = await setUp(open())
    const keysOfLab = async () => (await server.keys()).filter((key) => key.includes(lab))
    const expectTtls = async (count: number) => {
      const keys = await keysOfLab()
      expect(keys).toHaveLength(count)
      for (const key of keys) expect(await secondsLeft(key)).toBeGreaterThan(0)
    }
    await store.insert('tickets', ticket('a'))
    await store.insert('tickets', ticket('gone', { expires_at: START }))
    await store.insert('people', { key: 'alice', name: 'Alice' })
    await store.increment('attempts', { key: 'a', failures: 1, issued_at: START, expires_at: null }, 'failures')
    await expectTtls(8)
    await store.update('tickets', 'a', { grant_id: 'grant-2', expires_at: START + HOUR })
    await store.claim('tickets', 'a')
    await expectTtls(9)
    await store.restore(await store.dump())
    await expectTtls(8)
    await store.sweep()
    await expectTtls(8)
    await store.insert('tickets', ticket('b', { grant_id: 'grant-3' }))
    await store.remove('tickets', 'b')
    await backend.drop(lab)
    expect(await keysOfLab()).toEqual([])
  })

  test('advancing the lab’s clock shortens TTLs, and an expired key disappears', async () => {
    const { store, lab, clock } = await setUp(open({ labLifetime: HOUR }))
    const row = (key: string) => `${prefix}:${lab}:${FAMILY}:${key}`
    await store.insert('tickets', ticket('a'))
    await store.insert('tickets', ticket('b', { expires_at: START + 2 * HOUR }))
    await store.insert('people', { key: 'alice', name: 'Alice' })
    expect([await secondsLeft(row('tickets:a')), await secondsLeft(row('tickets:b'))]).toEqual([60, 7200])
    clock.now += 30_000
    await store.clockAdvanced()
    await store.clockAdvanced()
    expect([await secondsLeft(row('tickets:a')), await secondsLeft(row('tickets:b'))]).toEqual([30, 7170])
    clock.now += 30_000
    expect(await store.get('tickets', 'a')).toBeNull()
    expect(await store.claim('tickets', 'a')).toBe('missing')
    expect(keysOf(await store.find('tickets', {}))).toEqual(['b'])
    expect(await command('EXISTS', row('tickets:a'))).toBe(1)
    await store.clockAdvanced()
    expect(await command('EXISTS', row('tickets:a'))).toBe(0)
    expect(await command('ZRANGE', row('tickets'), 0, -1)).toEqual(['b'])
    expect(await command('SMEMBERS', row('grant-members:grant-1'))).toEqual(['tickets:b'])
    expect([await secondsLeft(row('people:alice')), await secondsLeft(row('tickets'))]).toEqual([3600, 7140])
  })

  test('using any of a lab’s tables keeps all that does not expire', async () => {
    let wall = Date.now()
    const opened = open({ labLifetime: HOUR, wallClock: () => wall })
    const { lab, store } = await setUp(opened)
    const other = await setUpFamily(opened, 'contract-other', TABLES)
    await store.insert('people', { key: 'alice', name: 'Alice' })
    await store.insert('tickets', ticket('a'))
    const left = async () => {
      const keys = ['people:alice', 'people', 'tickets', 'grant-members:grant-1', 'tickets:a']
      return Promise.all(keys.map((key) => secondsLeft(`${prefix}:${lab}:${FAMILY}:${key}`)))
    }
    wall += 7 * MINUTE
    await other.handle(lab).get('people', 'bob')
    expect(await left()).toEqual([3600, 3600, 3600, 3600, 60])
    wall += MINUTE
    await other.handle(lab).get('people', 'bob')
    const renewed = 3600 + 8 * 60
    expect(await left()).toEqual([renewed, renewed, renewed, renewed, 60 + 8 * 60])
  })

  test('a row that outlives the lab’s lifetime keeps its index', async () => {
    const { store, lab } = await setUp(open({ labLifetime: MINUTE }))
    await store.insert('tickets', ticket('a'))
    await store.insert('tickets', ticket('b', { expires_at: START + HOUR }))
    await store.update('tickets', 'a', { expires_at: START + 2 * HOUR })
    const left = (key: string) => secondsLeft(`${prefix}:${lab}:${FAMILY}:${key}`)
    expect([await left('tickets'), await left('grant-members:grant-1'), await left('grant-sets')]).toEqual([
      7200, 7200, 7200,
    ])
  })

  test('another process sees the same rows, and they outlive the one that wrote them', async () => {
    const first = await setUp(open())
    const second = await setUp(open())
    for (const key of ['z', 'a', 'm']) await first.store.insert('tickets', ticket(key))
    await first.store.claim('tickets', 'a')
    const dump = await first.store.dump()
    await first.backend.close()
    await expect(first.store.get('tickets', 'a')).rejects.toThrow('Redis')
    const theirs = second.handle(first.lab)
    expect(await theirs.dump()).toEqual(dump)
    expect(await theirs.claim('tickets', 'a')).toBe('already-used')
    expect(await theirs.claim('tickets', 'z')).toBe('claimed')
  })

  test('ten thousand rows are dumped and put back in order', async () => {
    const { store } = await setUp(open())
    const numbers = Array.from({ length: 10_000 }, (_, number) => number)
    const dump = { tickets: numbers.map((number) => ticket(`${number}`)), people: [], attempts: [] }
    await store.restore(dump)
    const after = await store.dump()
    expect(keysOf(after.tickets)).toEqual(keysOf(dump.tickets))
    expect(await store.find('tickets', { grant_id: 'grant-1', key: '77' })).toEqual([ticket('77')])
  }, 20_000)
})
