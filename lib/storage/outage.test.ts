import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Soon } from '@/lib/oauth/soon'
import { REQUIRED, reportSkipped } from '@/lib/testing/services'
import {
  postgresPrograms,
  proxyTo,
  redisServer,
  type ThrowawayServer,
  throwawayPostgres,
  throwawayRedis,
} from '@/lib/testing/throwaway-servers'
import { keysOf, MINUTE, START, setUp, ticket } from './contract/set-up'
import type { OpenBackend } from './port'
import { openPostgres } from './postgres'
import { openRedis } from './redis'
import { StoreUnavailable } from './unavailable'

/** Milliseconds. How long a call may take to fail, and how soon after a restart one has to succeed. */
const A_FEW_SECONDS = 5000
/** The backends' own; short where a test waits for it to pass. */
const TIMEOUT = 4000
const SHORT_TIMEOUT = 1000

if (!postgresPrograms) reportSkipped('initdb and postgres are not installed: apt-get install postgresql')
if (!redisServer) reportSkipped('redis-server is not installed: apt-get install redis-server')

function survivesOutages(
  makeServer: () => Promise<ThrowawayServer>,
  open: (url: string, timeout: number) => OpenBackend,
) {
  let server: ThrowawayServer
  beforeAll(async () => {
    server = await makeServer()
    await server.start()
  }, 30_000)
  afterAll(() => server.remove())

  /** Answers what the work answers; calls again while the server is away. */
  async function untilItIsBack<Answer>(work: () => Soon<Answer>): Promise<Answer> {
    const since = Date.now()
    for (;;) {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || Date.now() - since > A_FEW_SECONDS) throw error
        await wait(20)
      }
    }
  }

  /** A server that was just started listens a moment before it serves. */
  const start = (url: string, timeout: number) => untilItIsBack(() => setUp(open(url, timeout)))

  async function failsSoon(work: () => Soon<unknown>) {
    const since = Date.now()
    await expect(work).rejects.toBeInstanceOf(StoreUnavailable)
    expect(Date.now() - since).toBeLessThan(A_FEW_SECONDS)
  }

  test('while the server is down calls fail; after its restart the same handle works and has everything', async () => {
    const { store, backend, reports } = await start(server.url, TIMEOUT)
    await store.insert('tickets', ticket('a'))
    await store.insert('tickets', ticket('b'))
    await store.claim('tickets', 'a')
    const dump = await store.dump()

    await server.stop()
    reports.length = 0
    await failsSoon(() => store.get('tickets', 'a'))
    await failsSoon(() => store.insert('tickets', ticket('c')))
    await failsSoon(() => store.claim('tickets', 'b'))
    await failsSoon(() => store.dump())
    await failsSoon(() => store.restore(dump))
    await failsSoon(() => backend.drop('another lab'))
    expect(reports).toEqual([])

    await server.start()
    expect(await untilItIsBack(() => store.dump())).toEqual(dump)
    expect(await store.claim('tickets', 'a')).toBe('already-used')
    expect(await store.claim('tickets', 'b')).toBe('claimed')
    await store.insert('tickets', ticket('c'))
  }, 30_000)

  test('a server that breaks off under load loses nothing it confirmed and does nothing twice', async () => {
    const { store } = await start(server.url, TIMEOUT)
    const counted = { key: 'counter', failures: 1, issued_at: START, expires_at: null }
    const numbers = Array.from({ length: 2000 }, (_, number) => number)
    await store.restore({ tickets: numbers.map((number) => ticket(`code ${number}`)), people: [], attempts: [] })
    const confirmed = { inserted: [] as string[], claimed: [] as string[], increments: 0 }
    let asked = 0
    let down = false
    const worker = async (worker: number) => {
      for (let turn = worker; turn < numbers.length && !down; turn += 10) {
        await store.claim('tickets', `code ${turn}`)
        confirmed.claimed.push(`code ${turn}`)
        await store.insert('tickets', ticket(`token ${turn}`, { grant_id: 'grant-2' }))
        confirmed.inserted.push(`token ${turn}`)
        asked += 1
        await store.increment('attempts', counted, 'failures')
        confirmed.increments += 1
      }
    }
    const workers = numbers.slice(0, 10).map((number) => worker(number))
    const ended = Promise.allSettled(workers)
    while (confirmed.increments < 20) await wait(1)
    await server.stop()
    down = true
    const outcomes = await ended
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(StoreUnavailable)
    }
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true)

    await server.start()
    const { tickets, attempts } = await untilItIsBack(() => store.dump())
    const keys = new Set(keysOf(tickets))
    expect(confirmed.inserted.filter((key) => !keys.has(key))).toEqual([])
    expect(keys.size).toBe(tickets.length)
    expect(attempts[0]?.failures).toBeGreaterThanOrEqual(confirmed.increments)
    expect(attempts[0]?.failures).toBeLessThanOrEqual(asked)
    for (const key of confirmed.claimed) expect(await store.claim('tickets', key)).toBe('already-used')
  }, 30_000)

  test('a server that hangs becomes an error, and is used again when it answers', async () => {
    const proxy = await proxyTo(server.url)
    onTestFinished(proxy.close)
    const { store } = await start(proxy.url, SHORT_TIMEOUT)
    await store.insert('tickets', ticket('a', { expires_at: START + 10 * MINUTE }))
    proxy.hold()
    await failsSoon(() => store.get('tickets', 'a'))
    await Promise.all(Array.from({ length: 30 }, () => failsSoon(() => store.claim('tickets', 'a'))))
    proxy.pass()
    expect(await untilItIsBack(() => store.get('tickets', 'a'))).toMatchObject({ key: 'a', used_at: null })
    expect(await untilItIsBack(() => store.claim('tickets', 'a'))).toBe('claimed')
  }, 30_000)

  test('a backend that could not be opened can be opened later', async () => {
    const openBackend = open(server.url, TIMEOUT)
    await server.stop()
    await failsSoon(() => setUp(openBackend))
    await failsSoon(() => setUp(openBackend))
    await server.start()
    const { store } = await untilItIsBack(() => setUp(openBackend))
    await store.insert('tickets', ticket('a'))
  }, 30_000)
}

describe.skipIf(!postgresPrograms && !REQUIRED)('PostgreSQL stops and starts', () => {
  survivesOutages(
    () => throwawayPostgres(postgresPrograms ?? []),
    (url, timeout) => openPostgres(url, { timeout }),
  )
})

describe.skipIf(!redisServer && !REQUIRED)('Redis stops and starts', () => {
  survivesOutages(
    () => throwawayRedis(redisServer?.[0] ?? 'redis-server'),
    (url, timeout) => openRedis(url, { timeout }),
  )
})
