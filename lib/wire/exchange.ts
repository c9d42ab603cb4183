import type { CheckReport } from '@/lib/oauth/check'
import type { SecretReport, StorageReport } from '@/lib/oauth/environment'
import type { HttpRequest, HttpResponse } from '@/lib/oauth/http'
import type { Channel, Party } from '@/lib/oauth/parties'

/**
 * - `accepted`: answered, and nobody refused it
 * - `refused`: a party's check said no (a protocol refusal: content, not a failure of the app)
 * - `dropped`: the learner let it fall on the way
 * - `failed`: the app itself broke (store unreachable, a bug)
 */
export type Outcome = 'accepted' | 'refused' | 'dropped' | 'failed'

/** What the sender has in hands once it took in the response; machines branch on this and nothing else. */
export type Arrival =
  | 'login-page'
  | 'consent-page'
  | 'code-page'
  | 'error-page'
  | 'app-page'
  | 'redirect-to-server'
  | 'redirect-to-client'
  | 'script'
  | 'tokens'
  | 'resource'
  | 'keys'
  | 'claims'
  | 'confirmation'
  | 'codes'
  | 'pending'
  | 'slow-down'
  | 'denied'
  | 'expired'
  | 'nonce-demanded'
  | 'refusal'
  /** Whoever sent it learned nothing she could use: an attack ends here. */
  | 'empty-handed'
  | 'nothing'

/** An exchange that is under way: what is known before there is an answer. */
export type Draft = Omit<Exchange, 'response' | 'outcome' | 'arrival' | 'checks' | 'storage' | 'secrets' | 'tookMs'>

/** One request with its response, as recorded. Plain JSON. */
export interface Exchange {
  /** Counts up from 1 within a lab. */
  seq: number
  /** The move that sent it; null when it came from outside the player (a real browser tab, curl). */
  move: string | null
  /** The request's step, as the machine's meta names it; null for children and for messages from outside. */
  step: string | null
  from: Party
  to: Party
  channel: Channel
  request: HttpRequest
  /** What the sender had prepared, when the learner changed it before sending. */
  prepared: HttpRequest | null
  response: HttpResponse | null
  outcome: Outcome
  arrival: Arrival
  /** In the order executed: the receiver's on the request, then the sender's on the response. */
  checks: CheckReport[]
  storage: StorageReport[]
  /** Secrets made while this exchange was prepared, handled or settled. */
  secrets: SecretReport[]
  /** Lab's clock, milliseconds since the epoch. */
  at: number
  /** Wall-clock milliseconds between sending and settling. */
  tookMs: number
  /** `seq` of the exchange during which this one was made (the RS asking the AS about a token). */
  parent: number | null
}
