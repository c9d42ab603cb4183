import { type AnyMachineSnapshot, type AnyStateMachine, createActor, waitFor } from 'xstate'
import type { LabWishes } from '@/lib/lab/create'
import type { Lab } from '@/lib/lab/lab'
import { requestLabel } from '@/machines/kit/labels'
import { can, has, pathOf, waits } from '@/machines/kit/reading'
import type { MatrixHost } from './host'
import { onStage, type Playing } from './stage'

/** The messages of a lab, in order: `5 browser → client GET /callback: 303 redirect-to-client`. */
export function trailOf({ exchanges }: Pick<Lab, 'exchanges'>): string[] {
  return exchanges.map(
    ({ seq, from, to, request, response, arrival }) =>
      `${seq} ${from} → ${to} ${requestLabel(request)}: ${response?.status ?? 'lost'} ${arrival}`,
  )
}

/** A run that nobody watched: the lab it left behind, and where its machine stands. */
export interface Played {
  lab: Lab
  /** `done`: the machine reached what it is for; `refused`: a party said no. */
  end: 'done' | 'refused'
  /** The step of the last move made; null when there was none. */
  lastStep: string | null
}

/** More presses of Next than any script takes. */
const PRESSES = 100
/** A flow that goes in circles, because it is refused each time, ends when it comes to the same state once more. */
const VISITS = 3
const ALICE = { account: { username: 'alice', password: 'wonderland' } }

/**
 * Plays a machine in a lab of its own by pressing Next, in process: the same machine, parties and bytes as in the
 * player.
 *
 * @throws Error when the app itself fails
 */
export async function play(machine: AnyStateMachine, host: MatrixHost, wishes: LabWishes): Promise<Played> {
  const playing: Playing = { lab: await host.lab(wishes), host, lastStep: null }
  try {
    const end = await onStage(machine, playing, press)
    return { lab: playing.lab, end, lastStep: playing.lastStep }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`${playing.lastStep}: ${why} It came after ${trailOf(playing.lab).join('; ')}.`)
  }
}

async function press(machine: AnyStateMachine): Promise<Played['end']> {
  const actor = createActor(machine, { input: ALICE }).start()
  const visits = new Map<string, number>()
  for (let presses = 0; presses < PRESSES; presses++) {
    const now = actor.getSnapshot() as AnyMachineSnapshot
    const visit = (visits.get(pathOf(now)) ?? 0) + 1
    visits.set(pathOf(now), visit)
    if (has(now, 'done')) return 'done'
    if (visit > VISITS || !can(now, 'learner.next')) return 'refused'
    actor.send({ type: 'learner.next' })
    await waitFor(actor, (snapshot) => waits(snapshot as AnyMachineSnapshot))
  }
  return 'refused'
}
