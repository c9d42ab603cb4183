import 'server-only'
import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AUTHORIZATION_SERVER_TABLES } from '@/lib/authorization-server/tables'
import { CLIENT_TABLES } from '@/lib/client/tables'
import type { Backends, TokenStore } from '@/lib/lab/lab'
import { Labs } from '@/lib/lab/labs'
import { LabRefusal } from '@/lib/lab/refusal'
import { RESOURCE_SERVER_TABLES } from '@/lib/resource-server/tables'
import { openMemory } from '@/lib/storage/memory'
import type { OpenBackend } from '@/lib/storage/port'
import { openPostgres } from '@/lib/storage/postgres'
import { openRedis } from '@/lib/storage/redis'
import { openSqlite } from '@/lib/storage/sqlite'
import { type Config, readConfig } from './config'
import { logFailure } from './log'
import { originsOf } from './origins'

/** The state of this process. */
export interface World {
  config: Config
  labs: Labs
}

/** Pages, route handlers and instrumentation load separate copies of this module: the state is pinned here. */
const pinned = globalThis as typeof globalThis & { grantLabWorld?: World }

export function world(): World {
  pinned.grantLabWorld ??= createWorld(readConfig())
  return pinned.grantLabWorld
}

function createWorld(config: Config): World {
  const openings = new Map<TokenStore, Promise<Backends>>()
  const backends = (kind: TokenStore): Promise<Backends> => {
    const opened = openings.get(kind) ?? openBackends(openerOf(kind, config))
    openings.set(kind, opened)
    opened.catch(() => openings.delete(kind))
    return opened
  }
  const labs = new Labs(
    {
      wallClock: () => Date.now(),
      randomBytes: (length) => randomBytes(length),
      origins: (lab) => originsOf(config, lab),
      backends,
      logFailure: (lab, error) => logFailure(`lab ${lab.slice(0, 6)}…`, error),
    },
    config,
  )
  const expiry = setInterval(() => {
    labs.expire().catch((error) => logFailure('expiring idle labs', error))
  }, 60_000)
  expiry.unref()
  return { config, labs }
}

async function openBackends(open: OpenBackend): Promise<Backends> {
  try {
    return {
      authorizationServer: await open('authorization-server', AUTHORIZATION_SERVER_TABLES),
      resourceServer: await open('resource-server', RESOURCE_SERVER_TABLES),
      client: await open('client', CLIENT_TABLES),
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'StoreUnavailable') {
      throw new LabRefusal(503, `${error.message} Start it and try again.`, { retryAfter: 5 })
    }
    throw error
  }
}

/** @throws LabRefusal 503 for a store that is not configured, with the command that starts it */
function openerOf(kind: TokenStore, config: Config): OpenBackend {
  switch (kind) {
    case 'memory':
      return openMemory
    case 'sqlite':
      return openSqlite(databaseFile(config))
    case 'postgres':
      if (!config.databaseUrl) throw notConfigured('PostgreSQL', START_POSTGRES)
      return openPostgres(config.databaseUrl, { schema: 'grant_lab' })
    case 'redis':
      if (!config.redisUrl) throw notConfigured('Redis', START_REDIS)
      return openRedis(config.redisUrl, { labLifetime: LIFETIMES * config.labIdleMilliseconds })
  }
}

/** Keys of a lab in Redis outlive its idle time by far: the lab itself decides when it expires. */
const LIFETIMES = 12

export const START_POSTGRES =
  'docker run -d -p 5432:5432 -e POSTGRES_HOST_AUTH_METHOD=trust postgres && export DATABASE_URL=postgres://postgres@localhost:5432/postgres'
export const START_REDIS = 'redis-server --port 6379 --daemonize yes && export REDIS_URL=redis://localhost:6379'

function notConfigured(name: string, command: string): LabRefusal {
  return new LabRefusal(503, `${name} is not configured. Start it, then start the app with its address: ${command}`)
}

/** One file for each app process (a port belongs to one). Labs live in the process, so an older run's rows go. */
function databaseFile({ dataDirectory, port }: Config): string {
  mkdirSync(dataDirectory, { recursive: true })
  const file = join(dataDirectory, `labs-${port}.sqlite`)
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
  return file
}
