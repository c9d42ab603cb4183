import { LabRefusal } from '@/lib/lab/refusal'

/** Work that is done one after the other, in the order of asking. */
export class Turns {
  readonly #most: number
  #last: Promise<unknown> = Promise.resolve()
  #asked = 0

  /** @param most how many may be at work or waiting at once */
  constructor(most: number) {
    this.#most = most
  }

  /** Somebody is at work: who asks now has to wait. */
  get busy(): boolean {
    return this.#asked > 0
  }

  /** @throws LabRefusal 429 at once, when too many wait already */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#asked >= this.#most) {
      const sentence = 'Many attacks are being run at the moment. Wait a few seconds, then try again.'
      throw new LabRefusal(429, sentence, { retryAfter: 5 })
    }
    this.#asked += 1
    const mine = this.#last.then(work).finally(() => {
      this.#asked -= 1
    })
    this.#last = mine.catch(() => {})
    return mine
  }
}
