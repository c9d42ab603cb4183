import type { HttpRequest, HttpResponse } from '@/lib/oauth/http'
import type { Party } from '@/lib/oauth/parties'
import type { Arrival } from '@/lib/wire/exchange'
import type { MoveInput } from '../contract'
import type { Host, Lab } from '../lab'
import type { Recorder } from '../recorder'

export interface MoveContext {
  lab: Lab
  host: Host
  recorder: Recorder
  input: MoveInput
}

/** What one party can do next that puts a request on the wire: the two halves of the sender. */
export interface Move {
  from: Party
  /** Builds the request; sends nothing. Throws a `LabRefusal` when there is nothing to send. */
  prepare(context: MoveContext): Promise<HttpRequest>
  /** Takes in the response: updates the sender's places and answers what it now has in hands. */
  settle(context: MoveContext, request: HttpRequest, response: HttpResponse): Promise<Arrival>
}
