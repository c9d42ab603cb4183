import { initialTransition } from 'xstate'
import type { MoveCall } from '@/lib/lab/contract'
import type { Channel, Party } from '@/lib/oauth/parties'
import type { Arrival } from '@/lib/wire/exchange'
import type { GrantCode } from '@/machines/kit/entry'
import type { GrantContext, GrantInput } from '@/machines/kit/grant'
import type { Phase } from '@/machines/kit/meta'
import { contextOf, leavesOf } from '@/machines/kit/reading'
import { usualWay } from '@/machines/kit/simulate'

/** One move of a flow, to be put in its place among the others. Plain JSON. */
export interface Card {
  /** Unique among the cards of a flow. */
  id: string
  /** What happens, in the words of the flow's lesson. */
  title: string
  from: Party
  to: Party
  channel: Channel
  phase: Phase
  /** The request line as it usually is: `POST /token`. */
  line: string
  call: MoveCall
  /** What arrives when everything before it was in order. */
  usually: Arrival
  /** What is wrong about it; left out for a move of the flow. */
  twist?: Twist
}

/** What is done to a message that is prepared as always: `get` sends a form in the address, `bare` leaves the token out. */
export type Twist = 'get' | 'bare'

const ALICE: GrantInput = { account: { username: 'alice', password: 'wonderland' } }

/** The moves of a flow in their order, from its beginning to its end, or to the first that is called `until`. */
export function cardsOf({ machine, lesson }: GrantCode, until?: string): Card[] {
  const start = initialTransition(machine, ALICE)[0]
  const way = usualWay(machine, start)
  const end = way.findIndex(({ step }) => step === until)
  const made = end === -1 ? way : way.slice(0, end + 1)
  const inputs = new Map(leavesOf(machine).map(({ meta, node }) => ['step' in meta ? meta.step : '', node.invoke[0]]))
  return made.map((meta, index) => {
    const { step, from, to, channel, phase, line, usually } = meta
    const again = made.slice(0, index).filter((other) => other.step === step).length
    const call = callOf(inputs.get(step))({ context: contextOf(start) })
    const title = lesson.steps[step]?.title ?? line
    return { id: again === 0 ? step : `${step}-${again + 1}`, title, from, to, channel, phase, line, call, usually }
  })
}

/** How a state makes the call for the exchange it invokes. */
type CallOf = (given: { context: GrantContext }) => MoveCall

function callOf(invoked: { input?: unknown } | undefined): CallOf {
  if (typeof invoked?.input !== 'function') throw new Error('A move without an exchange.')
  return invoked.input as CallOf
}

/** Moves that do not belong to the flow: real ones, with one thing wrong. Each has its right twin among `cards`. */
export function distractorsOf(cards: readonly Card[]): Card[] {
  const form = cards.find(({ line }) => line === 'POST /token') ?? cards.find(({ line }) => line === 'POST /login')
  const use = cards.find(
    ({ to, line, usually }) => to === 'resource-server' && line.startsWith('GET') && asked(usually),
  )
  return [
    ...(form ? [{ ...twin(form, 'get'), line: form.line.replace('POST', 'GET') }] : []),
    ...(use ? [twin(use, 'bare')] : []),
  ]
}

const asked = (usually: Arrival): boolean => usually === 'resource' || usually === 'nonce-demanded'

function twin(card: Card, twist: Twist): Card {
  const id = `${card.id}-${twist}`
  return { ...card, id, title: `${card.title}, ${TWIST_WORDS[twist]}`, call: { ...card.call, step: id }, twist }
}

const TWIST_WORDS: Readonly<Record<Twist, string>> = { get: 'all in the address', bare: 'without a token' }
