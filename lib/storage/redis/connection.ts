import { Redis, type RedisOptions, ReplyError } from 'ioredis'
import { addressOf, StoreUnavailable } from '../unavailable'
import type { Command } from './readable'

/**
 * The connection comes back by itself. Nothing is queued meanwhile and nothing is sent a second time: a command whose
 * answer was lost may have run.
 */
const RECONNECTING = {
  lazyConnect: true,
  retryStrategy: (attempt) => Math.min(attempt * 50, 500),
  maxRetriesPerRequest: 0,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
} satisfies RedisOptions

/** The one connection to a server; everybody's commands go down it in a row. */
export class Connection {
  readonly #redis: Redis
  readonly #ready: Promise<void>
  readonly #server: string
  #lastFailure: unknown

  /** @param timeout milliseconds in which the connection has to be made, and a command to be answered */
  constructor(url: string, timeout: number) {
    this.#server = `Redis at ${addressOf(url, 6379)}`
    this.#redis = new Redis(url, {
      ...RECONNECTING,
      connectTimeout: timeout,
      commandTimeout: timeout,
      socketTimeout: timeout,
    })
    this.#redis.on('error', (error) => {
      this.#lastFailure = error
    })
    this.#ready = this.#redis.connect()
    this.#ready.catch(() => {})
  }

  /** Settles with the first attempt to connect. */
  ready(): Promise<void> {
    return this.use(() => this.#ready)
  }

  /** @throws StoreUnavailable when the server did not answer; an answer that is an error is thrown as it came */
  async use<Answer>(work: (redis: Redis) => Promise<Answer>): Promise<Answer> {
    try {
      return await work(this.#redis)
    } catch (error) {
      if (error instanceof ReplyError) throw error
      throw new StoreUnavailable(this.#server, this.#redis.status === 'ready' ? error : (this.#lastFailure ?? error))
    }
  }

  /** Runs the commands with nothing in between, all or none. */
  async transact(commands: readonly Command[]): Promise<void> {
    const answers = await this.use((redis) => redis.multi(commands.map((command) => [...command])).exec())
    for (const [error] of answers ?? []) {
      if (error) throw error
    }
  }

  async close(): Promise<void> {
    if (this.#redis.status === 'ready') await this.#redis.quit().catch(() => {})
    this.#redis.disconnect()
  }
}
