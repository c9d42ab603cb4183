import type { CreatedLab } from './contract'
import { createLab, type LabWishes } from './create'
import { hashKey, sameHash } from './key'
import type { Host, Lab } from './lab'
import { LabRefusal } from './refusal'
import { sweepStores } from './stores'

export interface Limits {
  maxLabs: number
  labIdleMilliseconds: number
}

/** A lab may be pushed out by a new one once it has lain unused this long. */
const SPARED_MILLISECONDS = 5 * 60_000

/** Every lab of this process, found by id and opened by key. */
export class Labs {
  readonly #labs = new Map<string, Lab>()
  readonly host: Host
  readonly #limits: Limits

  constructor(host: Host, limits: Limits) {
    this.host = host
    this.#limits = limits
  }

  get size(): number {
    return this.#labs.size
  }

  async create(wishes: LabWishes): Promise<CreatedLab> {
    await this.#makeRoom()
    const { lab, created } = await createLab(this.host, wishes)
    this.#labs.set(lab.id, lab)
    return created
  }

  /** The lab whose key this is. A wrong key and an unknown lab get the same answer. */
  open(id: string, key: string | null): Lab {
    const lab = this.#labs.get(id)
    const matches = lab && key !== null && sameHash(hashKey(key), lab.keyHash)
    if (!lab || !matches) {
      throw new LabRefusal(
        404,
        'There is no such lab, or this is not its key. It may have expired: start a new one, your recorded steps stay on the page.',
      )
    }
    return this.#used(lab)
  }

  /** For the parties' own URLs, whose lab id is all a caller needs. Null when there is none. */
  find(id: string): Lab | null {
    const lab = this.#labs.get(id)
    return lab ? this.#used(lab) : null
  }

  async remove(lab: Lab): Promise<void> {
    this.#labs.delete(lab.id)
    const { authorizationServer, resourceServer, client } = lab.backends
    await Promise.all([authorizationServer.drop(lab.id), resourceServer.drop(lab.id), client.drop(lab.id)])
  }

  /**
   * Removes the labs nobody has used for long; answers how many. Expired rows are swept out of the others, but not
   * out of those somebody steps through: there an expired row is something to look at.
   */
  async expire(): Promise<number> {
    const limit = this.host.wallClock() - this.#limits.labIdleMilliseconds
    const idle = [...this.#labs.values()].filter((lab) => lab.usedAt < limit)
    await Promise.all(idle.map((lab) => this.remove(lab)))
    const unwatched = [...this.#labs.values()].filter((lab) => !lab.clock.stepped)
    await Promise.all(unwatched.map((lab) => sweepStores(lab, this.host)))
    return idle.length
  }

  #used(lab: Lab): Lab {
    lab.usedAt = this.host.wallClock()
    return lab
  }

  async #makeRoom(): Promise<void> {
    if (this.#labs.size < this.#limits.maxLabs) return
    await this.expire()
    if (this.#labs.size < this.#limits.maxLabs) return
    const oldest = [...this.#labs.values()].reduce((one, other) => (other.usedAt < one.usedAt ? other : one))
    if (oldest.usedAt > this.host.wallClock() - SPARED_MILLISECONDS) {
      throw new LabRefusal(503, 'All labs are in use. Try again in a few minutes.', { retryAfter: 120 })
    }
    await this.remove(oldest)
  }
}
