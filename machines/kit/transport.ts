import { type AnyStateMachine, fromPromise } from 'xstate'
import type { Delivered, DeliverOptions, MoveCall, Prepared } from '@/lib/lab/contract'
import { type Delivery, EMPTY_HANDED, type ExchangeAnswer, exchangeMachine, FAILED_PARTY } from './exchange.machine'

/** How a machine reaches its lab: over HTTP in the page, in process in tests and attacks. */
export interface Transport {
  /** Builds the request; nothing is sent. Rejects only when the app itself failed. */
  prepare(call: MoveCall): Promise<Prepared>
  /** Sends it. A refusal by a party is an answer; rejects only when the app itself failed. */
  deliver(call: MoveCall, options: DeliverOptions): Promise<Delivered>
}

/** The grant's machine with every exchange going through `transport`. */
export function withTransport(grantMachine: AnyStateMachine, transport: Transport): AnyStateMachine {
  return grantMachine.provide({
    actors: {
      exchange: exchangeMachine.provide({
        actors: {
          prepare: fromPromise<Prepared, MoveCall>(({ input }) => transport.prepare(input)),
          deliver: fromPromise<Delivered, Delivery>(({ input: { call, ...options } }) =>
            transport.deliver(call, options),
          ),
        },
      }),
    },
  })
}

/**
 * The same for a run that nobody watches: a message does not lie on the wire until somebody lets it go, and where the
 * app fails the machine fails with it.
 */
export function withoutPauses(grantMachine: AnyStateMachine, transport: Transport): AnyStateMachine {
  return grantMachine.provide({
    actors: {
      exchange: fromPromise<ExchangeAnswer, MoveCall>(async ({ input }) => {
        const { nothing } = await transport.prepare(input)
        if (nothing !== undefined) return EMPTY_HANDED
        const { seq, outcome, arrival } = await transport.deliver(input, {})
        if (outcome === 'failed') throw new Error(FAILED_PARTY)
        return { seq, outcome, arrival }
      }),
    },
  })
}
