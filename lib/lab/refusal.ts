/** The lab's control API says no: the status and a sentence that says what to do (RFC 9457 on the wire). */
export class LabRefusal extends Error {
  readonly status: number
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | null

  constructor(status: number, sentence: string, { retryAfter = null }: { retryAfter?: number | null } = {}) {
    super(sentence)
    this.name = 'LabRefusal'
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** Route handlers and instrumentation load separate copies of this module, so an `instanceof` would miss. */
export function isLabRefusal(error: unknown): error is LabRefusal {
  return error instanceof Error && error.name === 'LabRefusal'
}
