import { partSince, type RunRecord } from '@/lib/room/record'
import { isNewer, type RoomState, type Stamp } from '@/lib/room/state'
import type { Presentation } from './presentation'
import { RoomApiError, roomApi } from './room-api'

/** Characters of one part: the room takes half a megabyte at a time. */
const PART_SIZE = 300_000
const AGAIN_MILLISECONDS = 2000

/**
 * Puts what the driver shows into the students' room. One call at a time: what changed meanwhile goes with the next,
 * since only the latest state counts.
 */
export class RoomLink {
  readonly #presentation: Presentation
  readonly #code: string
  readonly #stop: () => void
  #told: Stamp | null = null
  /** What the room has of the run; undefined until it was asked. */
  #known: RunRecord | null | undefined
  #busy = false
  #stopped = false

  constructor(presentation: Presentation, code: string) {
    this.#presentation = presentation
    this.#code = code
    const stop = presentation.subscribe(() => void this.#pass())
    this.#stop = stop
    void this.#pass()
  }

  stop(): void {
    this.#stopped = true
    this.#stop()
  }

  async #pass(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    try {
      while (!this.#stopped && this.#isDue()) await this.#tell()
    } catch (error) {
      this.#failed(error)
    } finally {
      this.#busy = false
    }
  }

  #isDue(): boolean {
    const { shared, driving } = this.#presentation.state()
    return driving && (this.#told === null || isNewer(shared, this.#told))
  }

  async #tell(): Promise<void> {
    if (this.#known === undefined) this.#known = (await roomApi.look(this.#code)).part
    const { shared, record } = this.#presentation.state()
    const part = record && partSince(this.#known, record)
    // Pointing is for the screen in the room; the run's snapshot goes along even when no message is new.
    const state: RoomState = { ...shared, laser: null, ink: null, pressed: null }
    for (const piece of part ? piecesOf(part) : [null]) await roomApi.tell(this.#code, state, piece)
    this.#known = record
    this.#told = shared
  }

  #failed(error: unknown): void {
    if (error instanceof RoomApiError && error.status === 404) this.#presentation.change({ room: null })
    else setTimeout(() => void this.#pass(), AGAIN_MILLISECONDS)
  }
}

/** A part cut into pieces that the room takes; putting them together in any order gives the part. */
function piecesOf(part: RunRecord): RunRecord[] {
  const rest = [
    ...part.exchanges.map((exchange) => ({ exchanges: [exchange], timeline: [] })),
    ...part.timeline.map((moment) => ({ exchanges: [], timeline: [moment] })),
  ]
  const pieces: RunRecord[] = [{ ...part, exchanges: [], timeline: [] }]
  let size = 0
  for (const { exchanges, timeline } of rest) {
    size += JSON.stringify([exchanges, timeline]).length
    const last = pieces.at(-1)
    if (last && size <= PART_SIZE) {
      pieces[pieces.length - 1] = {
        ...last,
        exchanges: [...last.exchanges, ...exchanges],
        timeline: [...last.timeline, ...timeline],
      }
    } else {
      size = 0
      pieces.push({ ...part, exchanges, timeline })
    }
  }
  return pieces
}
