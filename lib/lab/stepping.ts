import { EmptyHanded } from '@/lib/attacks/tools'
import type { HttpRequest } from '@/lib/oauth/http'
import { readScreen } from '@/lib/user-agent/browser'
import type { Draft, Exchange } from '@/lib/wire/exchange'
import { parseEditedRequest, toHttpResponse, toRequest } from '@/lib/wire/messages'
import type { Place } from '@/lib/wire/place'
import { assertFairPlay } from './attacker/fair-play'
import { gained } from './attacker/gains'
import { sentAlongside, setTrap } from './attacker/trap'
import { takeCheckpoint } from './checkpoints'
import { beginStepping, wake } from './clock'
import type { Delivered, DeviceScreen, MoveCall, Point, Prepared } from './contract'
import { readClock } from './describe'
import { readDeviceScreens } from './device-screens'
import type { Answer, Held } from './held'
import type { Host, Lab } from './lab'
import { MOVES } from './moves'
import type { Move } from './moves/move'
import { draftExchange, networkOf, record, timed } from './network'
import { partyAt, type Receiver, receive } from './parties'
import { placesOf } from './places'
import { copyRecorder, newRecorder } from './recorder'
import { LabRefusal } from './refusal'
import { readStores } from './stores'
import { type Moment, sharePlaces } from './timeline'

/** Moments kept of one lab: more than any lesson takes, few enough for many labs side by side. */
const MOMENT_LIMIT = 1_000

/** Puts the sender's request on the wire. Nothing is sent; preparing again takes the place of what lay there. */
export function prepareMove(lab: Lab, host: Host, call: MoveCall): Promise<Prepared> {
  return inTurn(lab, async () => {
    const move = findMove(call.move)
    if (lab.timeline.length >= MOMENT_LIMIT) {
      throw new LabRefusal(409, 'This lab has recorded all the steps it can. Restart to go on in a fresh one.')
    }
    beginStepping(lab)
    wake(lab, host)
    const recorder = newRecorder()
    const input = call.input ?? {}
    const request = await unlessEmptyHanded(lab, async () => {
      await setTrap(lab, host, call.step)
      return move.prepare({ lab, host, recorder, input })
    })
    if (request === null) {
      const places = lab.timeline.at(-1)?.places ?? []
      return {
        request: NO_REQUEST,
        seq: lab.nextSeq,
        nothing: lab.attacker.emptyHanded ?? '',
        places,
        clock: readClock(lab, host),
      }
    }
    const from = call.move === 'send-again' ? senderOf(lab, Number(call.input?.seq)) : move.from
    lab.held = { call, from, request, recorder, answer: null }
    const { seq, places } = await takeMoment(lab, host, lab.nextSeq, 'prepared')
    return { request, seq, places, clock: readClock(lab, host) }
  })
}

/**
 * Delivers the request on the wire: its receiver's handler runs, then its sender takes in the response.
 *
 * @param options `request`: the learner's edited version, unchecked; `drop`: the receiver never sees it
 * @throws LabRefusal when no such move lies on the wire, or the edited request is not one; when the app itself
 *   broke (500): then the request still lies on the wire and can be delivered again
 */
export function deliverMove(
  lab: Lab,
  host: Host,
  call: Pick<MoveCall, 'move'>,
  options: { request?: unknown; drop?: boolean },
): Promise<Delivered> {
  return inTurn(lab, async () => {
    const { held } = lab
    if (!held || held.call.move !== call.move) {
      throw new LabRefusal(409, `No ${call.move} lies on the wire. Prepare it first.`)
    }
    const request = options.request === undefined ? held.request : edited(lab, options.request)
    if (held.from === 'attacker' && lab.attacker.plan) assertFairPlay(lab, request)
    const to = partyAt(lab, request.url)
    if (!to) throw new LabRefusal(400, 'The request has to go to one of this lab’s own servers.')
    const prepared = request === held.request || sameRequest(request, held.request) ? null : held.request
    wake(lab, host)
    if (options.drop) return dropped(lab, host, held, { to, request, prepared })
    held.answer ??= await answerOf(lab, host, held, { to, request, prepared })
    const { draft, recorder, response, children, tookMs } = held.answer
    const settled = await unlessItFails(lab, host, () =>
      findMove(held.call.move).settle({ lab, host, recorder, input: held.call.input ?? {} }, draft.request, response),
    )
    const arrival = gained(lab, { draft, response, recorder, arrival: settled }) ? settled : 'empty-handed'
    lab.held = null
    return delivered(lab, host, record(lab, draft, recorder, { response, arrival, tookMs }), children)
  })
}

/** Stands where there is no message. */
const NO_REQUEST: HttpRequest = { method: 'GET', url: 'http://localhost/', headers: [], body: null }

/** An attacker to whom nothing has come sends nothing: null, and the lab remembers why. */
async function unlessEmptyHanded<Value>(lab: Lab, work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof EmptyHanded)) throw error
    lab.attacker = { ...lab.attacker, emptyHanded: error.message }
    return null
  }
}

type Sending = Pick<Draft, 'to' | 'request' | 'prepared'> & { to: Receiver }

/** Hands the message to its receiver. When the app fails meanwhile, the message lies on the wire as before. */
async function answerOf(lab: Lab, host: Host, held: Held, sending: Sending): Promise<Answer> {
  const recorder = copyRecorder(held.recorder)
  const draft = draftOf(lab, host, held, sending)
  const children: Exchange[] = []
  const fetch = networkOf(lab, host, draft.seq, true, children)
  const others = await sentAlongside(lab, host, held.call.step, sending.request)
  const { response, tookMs } = await unlessItFails(lab, host, () =>
    timed(host, async () => {
      const [first] = await Promise.all([
        receive(lab, host, sending.to, toRequest(sending.request), { recorder, stepped: true, fetch }),
        ...others.map((request) => fetch(held.from, toRequest(request))),
      ])
      return first
    }),
  )
  if (recorder.bug) throw appFailed(lab, host, recorder.bug.error)
  return { draft, recorder, response: await toHttpResponse(response), children, tookMs }
}

/** The message falls on the way: its receiver never sees it, its sender waits in vain. */
function dropped(lab: Lab, host: Host, held: Held, sending: Sending): Promise<Delivered> {
  const draft = draftOf(lab, host, held, sending)
  const end = { response: null, arrival: 'nothing', outcome: 'dropped', tookMs: 0 } as const
  lab.held = null
  return delivered(lab, host, record(lab, draft, held.recorder, end), [])
}

function draftOf(lab: Lab, host: Host, { call: { move, step }, from }: Held, sending: Sending): Draft {
  return draftExchange(lab, host, { move, step: move === 'send-again' ? null : step, from, ...sending })
}

async function unlessItFails<Value>(lab: Lab, host: Host, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw appFailed(lab, host, error)
  }
}

function appFailed(lab: Lab, host: Host, error: unknown): LabRefusal {
  host.logFailure(lab.id, error)
  const why = error instanceof Error && error.name === 'StoreUnavailable' ? `${error.message} ` : ''
  return new LabRefusal(500, `${why}The app failed while this message was under way. Nothing is lost: try again.`)
}

async function delivered(lab: Lab, host: Host, exchange: Exchange, children: Exchange[]): Promise<Delivered> {
  const { places, screen, devices } = await takeMoment(lab, host, exchange.seq, 'answered')
  return { ...exchange, children, places, screen, devices, clock: readClock(lab, host) }
}

async function takeMoment(lab: Lab, host: Host, seq: number, phase: Moment['phase']): Promise<Moment> {
  if (!lab.watched) return { seq, phase, places: [], screen: null, devices: [] }
  const places = await readPlaces(lab, host, { seq, phase })
  const moment: Moment = { seq, phase, places, screen: readScreen(lab.browser), devices: await readDevices(lab, host) }
  lab.timeline = [...lab.timeline.filter((other) => other.seq !== seq || other.phase !== phase), moment]
  return moment
}

/** What devices show now; a store that cannot be read just now must not undo what is on record. */
async function readDevices(lab: Lab, host: Host): Promise<DeviceScreen[]> {
  try {
    return await readDeviceScreens(lab, host)
  } catch (error) {
    host.logFailure(lab.id, error)
    return lab.timeline.at(-1)?.devices ?? []
  }
}

/** What is stored where now, kept so that the lab can be put back to this point. */
async function readPlaces(lab: Lab, host: Host, point: Point): Promise<Place[]> {
  const before = lab.timeline.at(-1)?.places ?? []
  try {
    const stores = await readStores(lab, host)
    takeCheckpoint(lab, host, point, stores)
    return sharePlaces(placesOf(lab, stores), before)
  } catch (error) {
    // The message is on record; a store that cannot be read just now must not undo that.
    host.logFailure(lab.id, error)
    return [...before]
  }
}

function findMove(id: string): Move {
  const move = Object.hasOwn(MOVES, id) ? MOVES[id] : undefined
  if (!move) throw new LabRefusal(404, `There is no move ${id}. The moves are ${Object.keys(MOVES).join(', ')}.`)
  return move
}

function senderOf(lab: Lab, seq: number) {
  return lab.exchanges.find((exchange) => exchange.seq === seq)?.from ?? 'browser'
}

function edited(lab: Lab, candidate: unknown): HttpRequest {
  const { issuer, resource, client, attacker } = lab.origins
  const parsed = parseEditedRequest(candidate, [issuer, resource, client, attacker])
  if ('error' in parsed) throw new LabRefusal(400, parsed.error)
  return parsed.request
}

function sameRequest(one: HttpRequest, other: HttpRequest): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Moves of one lab run one after the other, whatever the learner presses. */
export function inTurn<Value>(lab: Lab, work: () => Promise<Value>): Promise<Value> {
  const turn = lab.queue.then(work, work)
  lab.queue = turn.catch(() => {})
  return turn
}
