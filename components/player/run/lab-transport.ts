import { type AnyActorRef, createActor, type Snapshot } from 'xstate'
import type { Delivered, DeliverOptions, MoveCall, Prepared } from '@/lib/lab/contract'
import type { LoadedGrant } from '@/machines/kit/entry'
import { type Transport, withTransport } from '@/machines/kit/transport'
import { LabApiError, labApi } from './lab-api'

const ACCOUNT = { username: 'alice', password: 'wonderland' }

/** The grant's machine, driving a lab; from its beginning, or from where it was kept. */
export function grantActor(
  { machine }: LoadedGrant,
  transport: Transport,
  snapshot: Snapshot<unknown> | undefined,
): AnyActorRef {
  return createActor(withTransport(machine, transport), { input: { account: ACCOUNT }, ...(snapshot && { snapshot }) })
}

/** Takes down what the lab answers, before the machine goes on. */
export interface Notes {
  lab(): string
  prepared(answer: Prepared): void
  delivered(answer: Delivered): void
}

/** How a run's machine reaches its lab: over HTTP, and what comes back is recorded. */
export function labTransport({ lab, prepared, delivered }: Notes): Transport {
  return {
    async prepare(call) {
      const answer = await labApi.prepare(lab(), call)
      prepared(answer)
      return answer
    },
    async deliver(call, options) {
      const answer = await deliverOnce(lab(), call, options)
      delivered(answer)
      return answer
    },
  }
}

/**
 * Delivers; when the page was reloaded between sending and hearing the answer, the message has left the wire
 * (409), and what is on record is the answer: nothing is sent twice.
 */
async function deliverOnce(lab: string, call: MoveCall, options: DeliverOptions): Promise<Delivered> {
  try {
    return await labApi.deliver(lab, call, options)
  } catch (error) {
    if (!(error instanceof LabApiError) || error.status !== 409) throw error
    const record = await labApi.run(lab)
    const answered = record.exchanges.findLast(({ move, step }) => move === call.move && step === call.step)
    const moment = record.timeline.findLast(({ seq, phase }) => seq === answered?.seq && phase === 'answered')
    if (!answered || !moment) throw error
    const children = record.exchanges.filter(({ parent }) => parent === answered.seq)
    const { places, screen, devices } = moment
    return { ...answered, children, places, screen, devices, clock: record.lab.clock }
  }
}
