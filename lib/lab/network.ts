import type { HttpRequest, HttpResponse } from '@/lib/oauth/http'
import { header } from '@/lib/oauth/http'
import type { Channel, Party } from '@/lib/oauth/parties'
import { type Soon, type Steps, soon, wait } from '@/lib/oauth/soon'
import type { Arrival, Draft, Exchange, Outcome } from '@/lib/wire/exchange'
import { toHttpRequest, toHttpResponse, toResponse } from '@/lib/wire/messages'
import { labTime, wake } from './clock'
import type { Host, Lab } from './lab'
import { partyAt, type Receiver, receive, type Setting } from './parties'
import { newRecorder, type Recorder } from './recorder'

/** Messages kept of one lab; beyond it the oldest are forgotten. */
const MESSAGE_LIMIT = 2_000

/** An exchange that is about to happen. Takes the next number, so that a parent stands before its children. */
export function draftExchange(
  lab: Lab,
  host: Host,
  parts: Pick<Draft, 'move' | 'step' | 'from' | 'to' | 'request'> & Partial<Pick<Draft, 'prepared' | 'parent'>>,
): Draft {
  const { move, step, from, to, request, prepared = null, parent = null } = parts
  const channel = channelBetween(from, to)
  return { seq: lab.nextSeq++, prepared, parent, channel, at: labTime(lab, host), move, step, from, to, request }
}

/** What goes through the browser can be seen on the way; what servers tell each other cannot. */
export function channelBetween(from: Party, to: Party): Channel {
  return [from, to].some((party) => party === 'browser' || party === 'user') ? 'front' : 'back'
}

export function record(
  lab: Lab,
  draft: Draft,
  recorder: Recorder,
  end: {
    response: HttpResponse | null
    arrival: Arrival
    outcome?: Outcome
    tookMs: number
  },
): Exchange {
  const { checks, storage, secrets } = recorder
  const { response, arrival, tookMs } = end
  const outcome = end.outcome ?? outcomeOf(recorder, response, arrival)
  const { seq, prepared, parent, channel, at, move, step, from, to, request } = draft
  // Written out name by name: spreading a draft into an exchange makes both slow, and there is one for every message.
  const exchange: Exchange = {
    seq,
    prepared,
    parent,
    channel,
    at,
    move,
    step,
    from,
    to,
    request,
    response,
    outcome,
    arrival,
    checks,
    storage,
    secrets,
    tookMs,
  }
  const place = lab.exchanges.findLastIndex((other) => other.seq < exchange.seq) + 1
  if (place === lab.exchanges.length) lab.exchanges.push(exchange)
  else lab.exchanges.splice(place, 0, exchange)
  if (lab.exchanges.length > MESSAGE_LIMIT) lab.exchanges.splice(0, MESSAGE_LIMIT / 10)
  return exchange
}

function outcomeOf(recorder: Recorder, response: HttpResponse | null, arrival: Arrival): Outcome {
  if (recorder.bug) return 'failed'
  const said = recorder.checks.some((check) => check.verdict === 'failed')
  return said ||
    arrival === 'refusal' ||
    arrival === 'error-page' ||
    (response?.status ?? 0) >= 400 ||
    carriesError(response)
    ? 'refused'
    : 'accepted'
}

/** An authorization error travels by redirect (RFC 6749, section 4.1.2.1). */
function carriesError(response: HttpResponse | null): boolean {
  const location = response && header(response, 'location')
  return location ? /[?&#]error=/.test(location) : false
}

/**
 * The network between the parties of a lab: delivers to its servers, records each message as a child of the
 * exchange during which it was sent, and reaches nothing else.
 */
export function networkOf(lab: Lab, host: Host, parent: number | null, stepped: boolean, children: Exchange[]) {
  return async (from: Party, request: Request): Promise<Response> => {
    const to = partyAt(lab, request.url)
    if (!to)
      throw new TypeError(
        `The network of this lab ends here: ${new URL(request.url).origin} is not one of its parties.`,
      )
    const sent = await toHttpRequest(request)
    const recorder = newRecorder()
    const draft = draftExchange(lab, host, {
      move: null,
      step: null,
      from,
      to,
      request: sent,
      parent,
    })
    const setting: Setting = {
      recorder,
      stepped,
      caller: from,
      fetch: networkOf(lab, host, draft.seq, stepped, children),
    }
    const { response, tookMs } = await timed(host, () => receive(lab, host, to, request, setting))
    if (recorder.bug) host.logFailure(lab.id, recorder.bug.error)
    const answered = await toHttpResponse(response)
    children.push(
      record(lab, draft, recorder, {
        response: answered,
        arrival: genericArrival(answered),
        tookMs,
      }),
    )
    return toResponse(answered)
  }
}

/**
 * A message from outside the player: a real browser tab, curl, somebody's own client. Recorded like any other.
 *
 * @returns the response as it was recorded, which is how it goes over the wire
 */
export const receiveFromOutside = soon(function* (
  lab: Lab,
  host: Host,
  at: Receiver,
  request: Request,
): Steps<HttpResponse> {
  const to = partyAt(lab, request.url) ?? at
  wake(lab, host)
  const recorder = newRecorder()
  const sent = yield* wait(toHttpRequest(request))
  const draft = draftExchange(lab, host, {
    move: null,
    step: null,
    from: outsideSender(to, sent),
    to,
    request: sent,
  })
  const setting: Setting = {
    recorder,
    stepped: false,
    fetch: networkOf(lab, host, draft.seq, false, []),
  }
  const started = host.wallClock()
  const response = yield* wait(receive(lab, host, to, request, setting))
  const tookMs = host.wallClock() - started
  if (recorder.bug) host.logFailure(lab.id, recorder.bug.error)
  const answered = yield* wait(toHttpResponse(response))
  record(lab, draft, recorder, {
    response: answered,
    arrival: genericArrival(answered),
    tookMs,
  })
  return answered
})

/** Whoever asks for a page is taken for a browser, whoever asks an API for a client. */
function outsideSender(to: Receiver, request: HttpRequest): Party {
  const wantsPage =
    to === 'client' ||
    (header(request, 'accept') ?? '').includes('text/html') ||
    // Only browsers send this, and no script can forge it.
    header(request, 'sec-fetch-mode') !== null
  return wantsPage ? 'browser' : 'client'
}

function genericArrival(response: HttpResponse): Arrival {
  return response.status >= 400 ? 'refusal' : 'confirmation'
}

export async function timed<Value>(host: Host, work: () => Soon<Value>): Promise<{ response: Value; tookMs: number }> {
  const started = host.wallClock()
  const response = await work()
  return { response, tookMs: host.wallClock() - started }
}
