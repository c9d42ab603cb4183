import 'server-only'
import { LabRefusal } from '@/lib/lab/refusal'
import { HEARTBEAT_MILLISECONDS, type RoomState } from '@/lib/room/state'
import { eventOf, type Follower } from './follower'
import type { RoomHost } from './store'

const FOLLOWERS_PER_ROOM = 1000
const FOLLOWERS = 5000
/** A process says again how many follow here every so many heartbeats: stores forget those of one that died. */
const BEATS_PER_COUNT = 10
/** News of the crowd wait this long, so that a class that votes at once is told a few times and not hundreds. */
const CROWD_MILLISECONDS = 300

/** What followers are told of each other. How they voted is not in it before the answer is revealed. */
export interface Crowd {
  followers: number
  voted: number
  counts: Readonly<Record<string, number>> | null
}

/** Everybody who follows a room through this process. */
export class Hall {
  readonly #seats = new Map<string, Set<Follower>>()
  readonly #due = new Map<string, NodeJS.Timeout>()
  readonly #host: Pick<RoomHost, 'store' | 'process' | 'logFailure'>
  readonly #stateOf: (code: string) => RoomState | null
  readonly #beat: NodeJS.Timeout
  #beats = 0

  constructor(host: Pick<RoomHost, 'store' | 'process' | 'logFailure'>, stateOf: (code: string) => RoomState | null) {
    this.#host = host
    this.#stateOf = stateOf
    this.#beat = setInterval(() => this.#sendBeats(), HEARTBEAT_MILLISECONDS)
    this.#beat.unref()
  }

  has = (code: string): boolean => this.#seats.has(code)

  /** @throws LabRefusal 503 when all seats are taken */
  enter(code: string, follower: Follower): () => void {
    const seats = this.#seats.get(code) ?? new Set()
    const taken = [...this.#seats.values()].reduce((sum, { size }) => sum + size, 0)
    if (seats.size >= FOLLOWERS_PER_ROOM || taken >= FOLLOWERS) {
      throw new LabRefusal(503, 'All seats in this room are taken. Try again in a minute.', { retryAfter: 60 })
    }
    this.#seats.set(code, seats.add(follower))
    this.crowdChanged(code)
    return () => {
      seats.delete(follower)
      if (seats.size === 0) this.#seats.delete(code)
      this.crowdChanged(code)
    }
  }

  send(code: string, event: Uint8Array): void {
    for (const follower of this.#seats.get(code) ?? []) follower.send(event)
  }

  /** To the presenter's own windows. */
  sendToPresenter(code: string, event: Uint8Array): void {
    for (const follower of this.#seats.get(code) ?? []) if (!follower.counted) follower.send(event)
  }

  /** Everybody leaves. */
  empty(code: string): void {
    for (const follower of [...(this.#seats.get(code) ?? [])]) follower.end()
    this.#seats.delete(code)
  }

  /** Tells, a little later, how many follow and vote. */
  crowdChanged(code: string): void {
    if (this.#due.has(code)) return
    const timer = setTimeout(() => {
      this.#due.delete(code)
      this.#tellCrowd(code).catch((error) => this.#host.logFailure('rooms', error))
    }, CROWD_MILLISECONDS)
    timer.unref()
    this.#due.set(code, timer)
  }

  stop(): void {
    clearInterval(this.#beat)
    for (const timer of this.#due.values()) clearTimeout(timer)
    for (const code of [...this.#seats.keys()]) this.empty(code)
  }

  async #tellCrowd(code: string): Promise<void> {
    const { store, process } = this.#host
    const here = [...(this.#seats.get(code) ?? [])]
    await store.seat(code, process, here.filter(({ counted }) => counted).length)
    if (here.length > 0) this.send(code, eventOf('crowd', await this.#crowdOf(code)))
  }

  async #crowdOf(code: string): Promise<Crowd> {
    const { store } = this.#host
    const question = this.#stateOf(code)?.question ?? null
    const counts = question ? await store.tally(code, question.id) : {}
    const voted = Object.values(counts).reduce((sum, one) => sum + one, 0)
    return { followers: await store.followers(code), voted, counts: question?.answer ? counts : null }
  }

  #sendBeats(): void {
    this.#beats += 1
    for (const code of this.#seats.keys()) {
      const state = this.#stateOf(code)
      if (state) this.send(code, eventOf('beat', { term: state.term, rev: state.rev, by: state.by }))
      if (this.#beats % BEATS_PER_COUNT === 0) this.crowdChanged(code)
    }
  }
}
