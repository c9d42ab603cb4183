import type { Backend, OpenBackend, Tables } from './port'
import { Connection } from './redis/connection'
import { type Family, Names } from './redis/names'
import { RedisStore } from './redis/store'
import { type Lifetimes, Upkeep } from './redis/upkeep'
import { Shared } from './shared'

export interface RedisOptions extends Partial<Lifetimes> {
  /** What every key begins with, before a `:`. Default `grant-lab`. */
  prefix?: string
  /** Milliseconds in which the connection has to be made, and a command to be answered. Default 4000. */
  timeout?: number
}

const DAY = 86_400_000

/**
 * Keeps rows in the Redis at `url` (`redis://user:password@host:6379/0`), each under a key of its own that goes when
 * the row's `expires_at` is reached on the lab's clock. `labLifetime` (default: a day) has to be longer than a lab
 * may lie idle. A server that is down fails the call with `StoreUnavailable` at once, one that hangs within the
 * timeout; once it is back, calls succeed within half a second.
 */
export function openRedis(url: string, options: RedisOptions = {}): OpenBackend {
  const { prefix = 'grant-lab', wallClock = Date.now, labLifetime = DAY, timeout = 4000 } = options
  const lifetimes = { wallClock, labLifetime }
  const server = new Shared(
    () => {
      const connection = new Connection(url, timeout)
      return { connection, upkeep: new Upkeep(connection, lifetimes) }
    },
    ({ connection }) => connection.close(),
  )

  return async <T extends Tables>(name: string, tables: T) => {
    const opened = server.take()
    const { connection, upkeep } = opened
    try {
      await connection.ready()
    } catch (error) {
      await server.release(opened)
      throw error
    }
    const family: Family = { prefix, name, tables }
    upkeep.register(family)
    const backend: Backend<Tables> = {
      kind: 'redis',
      open: (context) => new RedisStore(connection, upkeep, lifetimes, family, context),
      keyNames(lab, table) {
        const names = new Names(family, lab)
        return { row: names.row(table, ''), order: names.index(table), grant: names.grantPrefix }
      },
      drop: (lab) => upkeep.drop(family, lab),
      close: () => server.release(opened),
    }
    return backend as Backend<T>
  }
}
