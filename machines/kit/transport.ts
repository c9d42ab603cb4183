import { type AnyStateMachine, fromPromise } from 'xstate'
import type { Delivered, DeliverOptions, MoveCall, Prepared } from '@/lib/lab/contract'
import { type Delivery, exchangeMachine } from './exchange.machine'

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
