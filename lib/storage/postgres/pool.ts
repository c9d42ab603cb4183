import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { DatabaseError, Pool, type PoolClient } from 'pg'
import { addressOf, StoreUnavailable } from '../unavailable'

export interface PoolSettings {
  schema: string
  /** At most so many connections. */
  connections: number
  /** Milliseconds in which a connection has to be made, and a statement to be answered. */
  timeout: number
}

/** Connections are made when they are needed and made anew when the server was away. */
export function createPool(url: string, { schema, connections, timeout }: PoolSettings): PostgresPool {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: timeout,
    statement_timeout: timeout,
    // For a server that does not even say that the statement took too long.
    query_timeout: timeout + 500,
    idle_in_transaction_session_timeout: 2 * timeout,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    ...(schema !== 'public' && { options: `-c search_path=${schema}` }),
  })
  // An idle connection that breaks leaves the pool by itself; unheard, its event would end the process.
  pool.on('error', () => {})
  const explain = (error: unknown) =>
    isUnavailable(error) ? new StoreUnavailable(`PostgreSQL at ${addressOf(url, 5432)}`, error) : error
  const clients = new WeakMap<PoolClient, Connection>()
  return {
    async connect() {
      try {
        const client = await pool.connect()
        const connection = clients.get(client) ?? new Connection(client, explain)
        clients.set(client, connection)
        return connection
      } catch (error) {
        throw explain(error)
      }
    },
    end: () => pool.end(),
  }
}

/** One of the pool's connections. After a failure of the connection itself it is not used again. */
class Connection implements PostgresPoolClient {
  #broken = false

  constructor(
    private readonly client: PoolClient,
    private readonly explain: (error: unknown) => unknown,
  ) {
    // Told between two statements of a transaction, when nobody waits for an answer; the next statement fails.
    client.on('error', () => {
      this.#broken = true
    })
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query<R>(
    sql: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof sql !== 'string') throw new Error('Rows are not read with a cursor here')
    return this.#run<R>(sql, parameters)
  }

  release() {
    this.client.release(this.#broken)
  }

  async #run<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    try {
      const { command, rowCount, rows } = await this.client.query(sql, [...parameters])
      return { command: command as PostgresQueryResult<R>['command'], rowCount: rowCount ?? 0, rows }
    } catch (error) {
      const explained = this.explain(error)
      if (explained instanceof StoreUnavailable) this.#broken = true
      throw explained
    }
  }
}

/** Classes of SQLSTATE: 08 connection, 53 resources, 57 an operator's intervention (shutdown, start-up, time limit). */
function isUnavailable(error: unknown) {
  if (!(error instanceof DatabaseError)) return true
  return /^(08|53|57)/.test(error.code ?? '')
}
