import 'server-only'

/** Wrong codes that one address may try in a minute: a class behind one address mistypes less often. */
const MOST = 100
const MINUTE = 60_000
/** Addresses remembered; the oldest goes first. */
const ADDRESSES = 10_000

/** Slows down whoever tries codes. */
export class WrongCodes {
  readonly #tries = new Map<string, { count: number; since: number }>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** Whether the address has to wait before it may name another code. */
  tooMany(address: string): boolean {
    return this.#recent(address).count >= MOST
  }

  note(address: string): void {
    const { count, since } = this.#recent(address)
    this.#tries.delete(address)
    this.#tries.set(address, { count: count + 1, since })
    const [oldest] = this.#tries.keys()
    if (this.#tries.size > ADDRESSES && oldest !== undefined) this.#tries.delete(oldest)
  }

  #recent(address: string): { count: number; since: number } {
    const known = this.#tries.get(address)
    return known && known.since > this.#now() - MINUTE ? known : { count: 0, since: this.#now() }
  }
}
