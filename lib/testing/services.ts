import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { Client } from 'pg'

/** The real servers that tests use, where they are. `REQUIRE_SERVICES=1` turns an absent one into a failure. */
const DATABASE_URL = process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test'
const REDIS_URL = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379'
export const REQUIRED = process.env.REQUIRE_SERVICES === '1'

/** How long a server may take to answer whether it is there, in milliseconds. */
const PROBE_TIMEOUT = 1500

export interface Service {
  url: string
  /** True where nothing answers and nothing has to: for `describe.skipIf`. */
  absent: boolean
}

export interface TestDatabase extends Service {
  /** Of this run only. */
  schema: string
  query(sql: string): Promise<Record<string, unknown>[]>
  /** Drops the schema. */
  remove(): Promise<void>
}

export interface TestRedis extends Service {
  /** Of this run only: every key begins with it. */
  prefix: string
  /** Runs a command on a connection of its own, as redis-cli would. */
  command(name: string, ...values: (string | number)[]): Promise<unknown>
  keys(): Promise<string[]>
  /** Deletes every key with the prefix. */
  remove(): Promise<void>
}

export async function testDatabase(url = DATABASE_URL): Promise<TestDatabase> {
  const schema = `test_${randomUUID().replaceAll('-', '')}`
  const query = async (sql: string) => {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: PROBE_TIMEOUT })
    await client.connect()
    try {
      return (await client.query(sql)).rows
    } finally {
      await client.end()
    }
  }
  const start = 'docker run -p 5432:5432 -e POSTGRES_HOST_AUTH_METHOD=trust -e POSTGRES_DB=test postgres'
  const service = await probe('PostgreSQL', url, start, () => query('select 1'))
  return {
    ...service,
    schema,
    query,
    async remove() {
      if (!service.absent) await query(`drop schema if exists ${schema} cascade`)
    },
  }
}

export async function testRedis(url = REDIS_URL): Promise<TestRedis> {
  const prefix = `test-${randomUUID()}`
  const use = async <R>(work: (redis: Redis) => Promise<R>) => {
    const redis = new Redis(url, { lazyConnect: true, connectTimeout: PROBE_TIMEOUT, retryStrategy: null })
    redis.on('error', () => {})
    await redis.connect()
    try {
      return await work(redis)
    } finally {
      redis.disconnect()
    }
  }
  const keys = () => use((redis) => redis.keys(`${prefix}:*`))
  const service = await probe('Redis', url, 'redis-server', () => use((redis) => redis.ping()))
  return {
    ...service,
    prefix,
    command: (name, ...values) => use((redis) => redis.call(name, ...values)),
    keys,
    async remove() {
      const found = service.absent ? [] : await keys()
      if (found.length > 0) await use((redis) => redis.unlink(found))
    },
  }
}

async function probe(name: string, url: string, start: string, ask: () => Promise<unknown>): Promise<Service> {
  try {
    await ask()
    return { url, absent: false }
  } catch {
    reportSkipped(`${name} does not answer at ${new URL(url).host}; start it with: ${start}`)
    return { url, absent: !REQUIRED }
  }
}

const reported = new Set<string>()

/** One line in the run's output, once, however many files need what is missing. */
export function reportSkipped(why: string) {
  if (reported.has(why)) return
  reported.add(why)
  process.stderr.write(`Skipping tests: ${why}\n`)
}
