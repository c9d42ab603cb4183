import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'

/** A Lua script: Redis runs it whole, with nothing else in between. */
export class Script {
  readonly #sha: string

  constructor(readonly lua: string) {
    this.#sha = createHash('sha1').update(lua).digest('hex')
  }

  /** Sends the script's hash; its text only to a server that has not seen it since it started. */
  async run(redis: Redis, keys: readonly string[], values: readonly (string | number)[]): Promise<unknown> {
    try {
      return await redis.evalsha(this.#sha, keys.length, ...keys, ...values)
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
      return redis.eval(this.lua, keys.length, ...keys, ...values)
    }
  }
}
