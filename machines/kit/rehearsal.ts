import { type AnyMachineSnapshot, type AnyStateMachine, createActor, type Snapshot, waitFor } from 'xstate'
import type { Delivered, MoveCall } from '@/lib/lab/contract'
import type { HttpRequest, HttpResponse } from '@/lib/oauth/http'
import type { Exchange, Outcome } from '@/lib/wire/exchange'
import type { GrantEvent } from './events'
import type { GrantInput } from './grant'
import { exchangeOf, pathOf, waits } from './reading'
import { type Transport, withTransport } from './transport'

/** For tests: plays a grant's machine against a transport, one press at a time. */
export interface Rehearsal {
  machine: AnyStateMachine
  snapshot(): AnyMachineSnapshot
  /** Path of the state it is in. */
  state(): string
  /** Sends one event, by default a press of Next, and waits until the machine waits again. */
  press(event?: GrantEvent): Promise<void>
  /** Sends an event (a press of Next) and then presses Next until no message is under way: one whole move. */
  move(event?: GrantEvent): Promise<void>
  /** Makes moves until `state` is reached. */
  until(state: string): Promise<void>
  /** The snapshot as a page would keep it: persisted, written as JSON and read again. */
  kept(): Snapshot<unknown>
  /** What was recorded, children included, in the order of their numbers. */
  exchanges(): Exchange[]
}

const NEXT: GrantEvent = { type: 'learner.next' }
export const ALICE: GrantInput = { account: { username: 'alice', password: 'wonderland' } }

export function rehearse(grantMachine: AnyStateMachine, transport: Transport, input: GrantInput = ALICE): Rehearsal {
  const deliveries: Delivered[] = []
  const machine = withTransport(grantMachine, {
    prepare: transport.prepare,
    async deliver(call, options) {
      const delivered = await transport.deliver(call, options)
      deliveries.push(delivered)
      return delivered
    },
  })
  const actor = createActor(machine, { input }).start()
  const rehearsal: Rehearsal = {
    machine,
    snapshot: () => actor.getSnapshot(),
    state: () => pathOf(actor.getSnapshot()),
    async press(event = NEXT) {
      actor.send(event)
      await waitFor(actor, waits)
    },
    async move(event = NEXT) {
      await rehearsal.press(event)
      if (exchangeOf(actor.getSnapshot())?.phase === 'onTheWire') await rehearsal.press()
    },
    async until(state) {
      for (let moves = 0; rehearsal.state() !== state; moves += 1) {
        if (moves > 30) throw new Error(`The machine stands at ${rehearsal.state()} and never comes to ${state}.`)
        await rehearsal.move()
      }
    },
    kept: () => JSON.parse(JSON.stringify(actor.getPersistedSnapshot())),
    exchanges: () =>
      deliveries
        .flatMap(({ children, places, screen, devices, ...exchange }) => [exchange, ...children])
        .toSorted((one, other) => one.seq - other.seq),
  }
  return rehearsal
}

/** What the other side answers to one move. */
export interface Answer {
  arrival: Exchange['arrival']
  outcome?: Outcome
  response?: HttpResponse
  children?: Pick<Exchange, 'from' | 'to' | 'request'>[]
}

const STANDING_CLOCK = { now: 0, advanced: 0 }

/** A transport that needs no parties: `answer` says what arrives. */
export function scripted(answer: (call: MoveCall, request: HttpRequest) => Answer): Transport & { calls: MoveCall[] } {
  const calls: MoveCall[] = []
  let seq = 0
  const request: HttpRequest = { method: 'POST', url: 'http://localhost:3001/lab/message', headers: [], body: null }
  return {
    calls,
    async prepare(call) {
      calls.push(call)
      return { request, seq: seq + 1, places: [], clock: STANDING_CLOCK }
    },
    async deliver(call, { drop = false, request: edited }) {
      seq += 1
      const sent = edited ?? request
      const given: Answer = drop ? { arrival: 'nothing', outcome: 'dropped' } : answer(call, sent)
      const { arrival, response = { status: 200, headers: [], body: null } } = given
      const exchange: Exchange = {
        ...{ seq, move: call.move, step: call.step, from: 'client', to: 'authorization-server', channel: 'back' },
        ...{ request: sent, prepared: edited ? request : null, response: drop ? null : response },
        outcome: given.outcome ?? (arrival === 'refusal' || arrival === 'error-page' ? 'refused' : 'accepted'),
        ...{ arrival, checks: [], storage: [], secrets: [], at: 0, tookMs: 1, parent: null },
      }
      const parent = seq
      const children = (given.children ?? []).map((child): Exchange => {
        seq += 1
        return { ...exchange, ...child, seq, move: null, step: null, parent, arrival: 'confirmation' }
      })
      const screen = { url: '', title: '', page: '', text: [], forms: [], items: [] }
      return { ...exchange, children, places: [], screen, devices: [], clock: STANDING_CLOCK }
    },
  }
}
