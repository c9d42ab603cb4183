import type { AnyStateMachine } from 'xstate'
import type { Lab } from '@/lib/lab/lab'
import { deliverMove, prepareMove } from '@/lib/lab/stepping'
import { withoutPauses } from '@/machines/kit/transport'
import type { MatrixHost } from './host'

/** What is played: a lab, and the step of the last message sent in it. */
export interface Playing {
  lab: Lab
  host: MatrixHost
  lastStep: string | null
}

/** A machine that reaches, in process, the lab of whoever plays on it. */
interface Stage {
  machine: AnyStateMachine
  /** Null while nobody does. */
  now: Playing | null
}

/** Stages on which nothing is played now. A new one has to make all states of its machine anew. */
const free = new WeakMap<AnyStateMachine, Stage[]>()

/** Has `work` play on a machine that nobody else plays on meanwhile. */
export async function onStage<Result>(
  machine: AnyStateMachine,
  now: Playing,
  work: (machine: AnyStateMachine) => Promise<Result>,
): Promise<Result> {
  const stages = free.get(machine) ?? []
  free.set(machine, stages)
  const stage = stages.pop() ?? newStage(machine)
  stage.now = now
  const result = await work(stage.machine)
  stage.now = null
  stages.push(stage)
  return result
}

function newStage(machine: AnyStateMachine): Stage {
  const stage: Stage = {
    machine: withoutPauses(machine, {
      prepare(call) {
        const { lab, host } = playing(stage)
        return prepareMove(lab, host, call)
      },
      deliver(call, options) {
        const now = playing(stage)
        now.lastStep = call.step
        return deliverMove(now.lab, now.host, call, options)
      },
    }),
    now: null,
  }
  return stage
}

function playing({ now }: Stage): Playing {
  if (now === null) throw new Error('Nobody plays on this machine now.')
  return now
}
