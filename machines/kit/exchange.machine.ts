import { assign, fromPromise, setup } from 'xstate'
import type { Delivered, DeliverOptions, MoveCall, Prepared } from '@/lib/lab/contract'
import type { HttpRequest } from '@/lib/oauth/http'
import type { Arrival, Outcome } from '@/lib/wire/exchange'

export interface Delivery extends DeliverOptions {
  call: MoveCall
}

export interface ExchangeAnswer {
  /** The recorded exchange's number. */
  seq: number
  outcome: Outcome
  arrival: Arrival
}

export interface ExchangeContext {
  call: MoveCall
  /** The request on the wire; null until it is prepared. */
  request: HttpRequest | null
  /** What the learner decided about the request on the wire. */
  choice: DeliverOptions
  /** Why the app itself failed, in one sentence. A party's refusal never stands here. */
  failure: string | null
  answer: ExchangeAnswer | null
}

export type ExchangeEvent =
  | { type: 'learner.next' }
  | { type: 'learner.deliverEdited'; request: HttpRequest }
  | { type: 'learner.drop' }
  | { type: 'learner.retry' }

export const FAILED_PARTY = 'The app itself failed while this message was answered. Try again.'

/** No message was sent, because its sender had nothing to send. */
export const EMPTY_HANDED: ExchangeAnswer = { seq: 0, outcome: 'refused', arrival: 'empty-handed' }

function withoutTransport(half: string): never {
  throw new Error(`No transport can ${half} this move: give the machine one with withTransport().`)
}

function sentence(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : 'The app could not be reached. Try again.'
}

/**
 * One move: the request is prepared, lies on the wire until the learner lets it go, is delivered, and is answered.
 * Ends with an `ExchangeAnswer`. What the parties refuse is an answer; `broken` is for failures of the app.
 */
export const exchangeMachine = setup({
  types: {} as {
    input: MoveCall
    context: ExchangeContext
    events: ExchangeEvent
    output: ExchangeAnswer
    tags: 'working' | 'broken'
    children: { prepare: 'prepare'; deliver: 'deliver' }
  },
  actors: {
    prepare: fromPromise<Prepared, MoveCall>(() => withoutTransport('prepare')),
    deliver: fromPromise<Delivered, Delivery>(() => withoutTransport('deliver')),
  },
  guards: {
    nothingToSend: (_, { nothing }: Prepared) => nothing !== undefined,
    nothingPrepared: ({ context }) => context.request === null,
    somethingPrepared: ({ context }) => context.request !== null,
    appFailed: (_, params: { outcome: Outcome }) => params.outcome === 'failed',
  },
  actions: {
    putOnWire: assign((_, { request }: Prepared) => ({ request, failure: null })),
    chooseEdited: assign((_, { request }: { request: HttpRequest }) => ({
      choice: { request },
    })),
    chooseDrop: assign({ choice: { drop: true } }),
    takeAnswer: assign((_, { seq, outcome, arrival }: ExchangeAnswer) => ({
      answer: { seq, outcome, arrival },
    })),
    noteFailure: assign((_, { failure }: { failure: string }) => ({ failure })),
    forgetRequest: assign({ request: null, choice: {} }),
  },
}).createMachine({
  id: 'exchange',
  context: ({ input }) => ({
    call: input,
    request: null,
    choice: {},
    failure: null,
    answer: null,
  }),
  initial: 'preparing',
  states: {
    preparing: {
      tags: 'working',
      invoke: {
        id: 'prepare',
        src: 'prepare',
        input: ({ context }) => context.call,
        onDone: [
          {
            guard: { type: 'nothingToSend', params: ({ event }) => event.output },
            target: 'answered',
            actions: { type: 'takeAnswer', params: EMPTY_HANDED },
          },
          {
            target: 'onTheWire',
            actions: { type: 'putOnWire', params: ({ event }) => event.output },
          },
        ],
        onError: {
          target: 'broken',
          actions: {
            type: 'noteFailure',
            params: ({ event }) => ({ failure: sentence(event.error) }),
          },
        },
      },
    },
    onTheWire: {
      on: {
        'learner.next': 'delivering',
        'learner.deliverEdited': {
          target: 'delivering',
          actions: {
            type: 'chooseEdited',
            params: ({ event }) => ({ request: event.request }),
          },
        },
        'learner.drop': { target: 'delivering', actions: 'chooseDrop' },
      },
    },
    delivering: {
      tags: 'working',
      invoke: {
        id: 'deliver',
        src: 'deliver',
        input: ({ context }) => ({ call: context.call, ...context.choice }),
        onDone: [
          {
            guard: {
              type: 'appFailed',
              params: ({ event }) => ({ outcome: event.output.outcome }),
            },
            target: 'broken',
            actions: ['forgetRequest', { type: 'noteFailure', params: { failure: FAILED_PARTY } }],
          },
          {
            target: 'answered',
            actions: {
              type: 'takeAnswer',
              params: ({ event }) => event.output,
            },
          },
        ],
        onError: {
          target: 'broken',
          actions: {
            type: 'noteFailure',
            params: ({ event }) => ({ failure: sentence(event.error) }),
          },
        },
      },
    },
    broken: {
      tags: 'broken',
      on: {
        'learner.retry': [{ guard: 'nothingPrepared', target: 'preparing' }, { target: 'delivering' }],
        'learner.deliverEdited': {
          guard: 'somethingPrepared',
          target: 'delivering',
          actions: {
            type: 'chooseEdited',
            params: ({ event }) => ({ request: event.request }),
          },
        },
        'learner.drop': { guard: 'somethingPrepared', target: 'delivering', actions: 'chooseDrop' },
      },
    },
    answered: { type: 'final' },
  },
  output: ({ context }) => answered(context),
})

function answered({ answer }: ExchangeContext): ExchangeAnswer {
  if (answer === null) throw new Error('An exchange ended without an answer.')
  return answer
}
