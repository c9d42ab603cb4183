import 'server-only'
import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AUTHORIZATION_SERVER_TABLES } from '@/lib/authorization-server/tables'
import { CLIENT_TABLES } from '@/lib/client/tables'
import type { Backends, TokenStore } from '@/lib/lab/lab'
import { Labs } from '@/lib/lab/labs'
import { RESOURCE_SERVER_TABLES } from '@/lib/resource-server/tables'
import { openMemory } from '@/lib/storage/memory'
import type { OpenBackend } from '@/lib/storage/port'
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
    const opened = openings.get(kind) ?? openBackends(kind === 'memory' ? openMemory : openSqlite(databaseFile(config)))
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
  return {
    authorizationServer: await open('authorization-server', AUTHORIZATION_SERVER_TABLES),
    resourceServer: await open('resource-server', RESOURCE_SERVER_TABLES),
    client: await open('client', CLIENT_TABLES),
  }
}

/** One file for each app process (a port belongs to one). Labs live in the process, so an older run's rows go. */
function databaseFile({ dataDirectory, port }: Config): string {
  mkdirSync(dataDirectory, { recursive: true })
  const file = join(dataDirectory, `labs-${port}.sqlite`)
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
  return file
}
