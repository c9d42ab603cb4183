import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { AUTHORIZATION_SERVER_TABLES } from '@/lib/authorization-server/tables'
import {
  basic,
  CALLBACK,
  createTestAuthorizationServer,
  type TestOptions,
  type TestTokens,
  VERIFIER,
} from '@/lib/testing/authorization-server'
import { testDatabase, testRedis } from '@/lib/testing/services'
import { RACERS } from './contract/set-up'
import { openMemory } from './memory'
import type { OpenBackend } from './port'
import { openPostgres } from './postgres'
import { openRedis } from './redis'
import { openSqlite } from './sqlite'

const database = await testDatabase()
const redis = await testRedis()

/** Reads everything in the store past the port, as a thief does; null where there is nothing but the port. */
type Steal = (() => Promise<string>) | null

async function stealDatabase() {
  const tables = await database.query(`select table_name from information_schema.tables
    where table_schema = '${database.schema}' and table_name like 'authorization_server_%'`)
  const rows = tables.map(({ table_name }) => database.query(`select * from ${database.schema}.${table_name}`))
  return JSON.stringify(await Promise.all(rows))
}

async function stealRedis() {
  const keys = await redis.keys()
  const dumped = keys.map(async (key) => {
    const type = await redis.command('TYPE', key)
    if (type === 'hash') return redis.command('HGETALL', key)
    return type === 'set' ? redis.command('SMEMBERS', key) : redis.command('ZRANGE', key, 0, -1)
  })
  return JSON.stringify([keys, await Promise.all(dumped)])
}

function tokensAreSafe(open: () => OpenBackend, steal: Steal) {
  const start = async (options: TestOptions = {}) => {
    const backend = await open()('authorization-server', AUTHORIZATION_SERVER_TABLES)
    onTestFinished(() => backend.close())
    return createTestAuthorizationServer({ ...options, backend })
  }
  type Server = Awaited<ReturnType<typeof start>>

  const redeem = (server: Server, code: string) =>
    server.form(
      '/token',
      { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, code_verifier: VERIFIER },
      basic('web'),
    )
  const refresh = (server: Server, refresh_token: string) =>
    server.form('/token', { grant_type: 'refresh_token', refresh_token }, basic('web'))
  const isActive = async (server: Server, token: string): Promise<boolean> => {
    const answer = await server.form('/introspect', { token }, basic('photo-drive'))
    return (await answer.json()).active
  }
  const tokensOfTheOne = async (answers: Response[]): Promise<TestTokens> => {
    const [winner, ...others] = answers.toSorted((one, other) => one.status - other.status)
    expect([winner?.status, ...new Set(others.map(({ status }) => status))]).toEqual([200, 400])
    return (await winner?.json()) as TestTokens
  }
  const opaque = { policy: { accessTokenFormat: 'opaque' } } as const

  test('of fifty who redeem one code one gets tokens, and the replays end them', async () => {
    const server = await start()
    const code = await server.seedCode()
    const answers = await Promise.all(RACERS.map(() => redeem(server, code)))
    const { access_token, refresh_token } = await tokensOfTheOne(answers)
    expect(await isActive(server, access_token)).toBe(false)
    expect((await refresh(server, refresh_token)).status).toBe(400)
  })

  test('of twenty who refresh with one token one gets tokens, and the reuse ends them', async () => {
    const server = await start()
    const first = await server.tokens()
    const answers = await Promise.all(RACERS.slice(0, 20).map(() => refresh(server, first.refresh_token)))
    const second = await tokensOfTheOne(answers)
    expect(await isActive(server, second.access_token)).toBe(false)
    expect((await refresh(server, second.refresh_token)).status).toBe(400)
  })

  test('revoking while tokens are being issued ends them all', async () => {
    const server = await start()
    const first = await server.tokens()
    expect(await isActive(server, first.access_token)).toBe(true)
    const [refreshed, revoked] = await Promise.all([
      refresh(server, first.refresh_token),
      server.form('/revoke', { token: first.refresh_token }, basic('web')),
    ])
    expect(revoked.status).toBe(200)
    expect(await isActive(server, first.access_token)).toBe(false)
    if (refreshed.status !== 200) return
    const second: TestTokens = await refreshed.json()
    expect(await isActive(server, second.access_token)).toBe(false)
    expect((await refresh(server, second.refresh_token)).status).toBe(400)
  })

  test('no secret that was issued can be read in the store', async () => {
    const server = await start(opaque)
    server.env.random = (length) => crypto.getRandomValues(new Uint8Array(length))
    const code = await server.seedCode()
    const first: TestTokens = await (await redeem(server, code)).json()
    const second: TestTokens = await (await refresh(server, first.refresh_token)).json()
    const secrets = [code, first.access_token, first.refresh_token, second.access_token, second.refresh_token]
    const dump = JSON.stringify(await server.store.dump())
    const stolen = (await steal?.()) ?? dump
    // The seeded code has a short name, and its grant is called after it: so it is looked for as a whole value.
    const found = (text: string) => secrets.filter((secret) => text.includes(`"${secret}"`))
    expect([found(dump), found(stolen), stolen.includes('photos.read')]).toEqual([[], [], true])
  })

  test('with the policy storeTokensHashed off the same look finds them', async () => {
    const server = await start({ policy: { ...opaque.policy, storeTokensHashed: false } })
    const { access_token } = await server.tokens()
    const stolen = (await steal?.()) ?? JSON.stringify(await server.store.dump())
    expect(stolen.includes(`"${access_token}"`)).toBe(true)
  })

  test('names nobody could have do no harm', async () => {
    const server = await start()
    const strange = 'a\u0000b\u0001\ud83c'
    const authorize = await server.request(`/authorize?response_type=code&client_id=${encodeURIComponent('a\u0000b')}`)
    expect(authorize.status).toBe(400)
    const token = await server.form('/token', { grant_type: 'refresh_token', refresh_token: strange }, basic('web'))
    expect(token.status).toBe(400)
  })
}

describe('the authorization server’s tokens', () => {
  afterAll(async () => {
    await database.remove()
    await redis.remove()
  })

  describe('in memory', () => tokensAreSafe(() => openMemory, null))
  describe('in SQLite', () => tokensAreSafe(() => openSqlite(':memory:'), null))
  describe.skipIf(database.absent)('in PostgreSQL', () => {
    tokensAreSafe(() => openPostgres(database.url, { schema: database.schema }), stealDatabase)
  })
  describe.skipIf(redis.absent)('in Redis', () => {
    tokensAreSafe(() => openRedis(redis.url, { prefix: redis.prefix }), stealRedis)
  })
})
