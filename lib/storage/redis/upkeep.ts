import type { Connection } from './connection'
import { ALIGN, DROP } from './lab-scripts'
import { type Family, Names } from './names'
import type { Command } from './readable'

export interface Lifetimes {
  /** Real time, milliseconds since the epoch: Redis counts TTLs by it. */
  wallClock(): number
  /** How long a lab's keys without an expiry of their own stay after its last use, in milliseconds. */
  labLifetime: number
}

/** What was done to bring TTLs into line with a lab's clock. */
export interface Aligned {
  /** How many rows had expired and were still there. */
  expired: number
  /** How many commands were run on rows. */
  ran: number
  /** The first of them. */
  commands: readonly Command[]
}

/** A lab's lifetime begins anew with its first use after this part of it has passed. */
const RENEWALS = 8

/** Sees to it that no key outlives its row's expires_at or its lab, nor goes before. */
export class Upkeep {
  readonly #families = new Map<string, Family>()
  /** When each lab's lifetime last began anew, by this process. */
  readonly #renewed = new Map<string, number>()

  constructor(
    private readonly connection: Connection,
    private readonly lifetimes: Lifetimes,
  ) {}

  register(family: Family) {
    this.#families.set(family.name, family)
  }

  /** To be called with every use of a lab. Any family's use keeps all of them. */
  async use(lab: string, now: number): Promise<void> {
    const wall = this.lifetimes.wallClock()
    const renewed = this.#renewed.get(lab)
    if (renewed !== undefined && wall - renewed < this.lifetimes.labLifetime / RENEWALS) return
    this.#renewed.set(lab, wall)
    try {
      await Promise.all([...this.#families.values()].map((family) => this.align(family, lab, now)))
    } catch (error) {
      this.#renewed.delete(lab)
      throw error
    }
  }

  async align(family: Family, lab: string, now: number): Promise<Aligned> {
    const names = new Names(family, lab)
    const wall = this.lifetimes.wallClock()
    const values = [now, wall, wall + this.lifetimes.labLifetime, names.grantPrefix]
    const answer = await this.connection.use((redis) => ALIGN.run(redis, [names.grantSets, ...names.indexes], values))
    const [expired, ran, commands] = answer as [number, number, Command[]]
    return { expired, ran, commands }
  }

  async drop(family: Family, lab: string): Promise<void> {
    this.#renewed.delete(lab)
    const names = new Names(family, lab)
    await this.connection.use((redis) => DROP.run(redis, [names.grantSets, ...names.indexes], []))
  }
}
