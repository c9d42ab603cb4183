import type { HttpRequest, HttpResponse } from '@/lib/oauth/http'
import type { Party } from '@/lib/oauth/parties'
import type { Draft, Exchange } from '@/lib/wire/exchange'
import type { MoveCall } from './contract'
import type { Recorder } from './recorder'

/** A prepared move whose request lies on the wire. */
export interface Held {
  call: MoveCall
  from: Party
  request: HttpRequest
  /** What the sender reported while it prepared; becomes part of the exchange. */
  recorder: Recorder
  /**
   * The receiver has answered, but the sender could not take the answer in, because the app failed. Trying again
   * settles this answer; the message is not sent a second time.
   */
  answer: Answer | null
}

export interface Answer {
  draft: Draft
  recorder: Recorder
  response: HttpResponse
  children: Exchange[]
  tookMs: number
}
