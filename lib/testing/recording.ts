import type { Recording, SentEvent } from '@/lib/export/recording'
import { loadedGrant } from '@/machines/every-grant'
import type { GrantEvent } from '@/machines/kit/events'
import { can, has, onTheWire, pathOf } from '@/machines/kit/reading'
import { ALICE, rehearse } from '@/machines/kit/rehearsal'
import { createTestLab } from './lab'

interface Played {
  options?: Record<string, string>
  /** What to do once the grant is done. */
  after?: readonly GrantEvent[]
  /** Presses of Next; left out, until the grant is done. */
  presses?: number
  /** Another one gives the lab other secrets. */
  seed?: string
}

/** A run of a flow as a page would save it: played against the real parties, to the end of the grant. */
export async function recordFlow(flow: string, { options = {}, after = [], presses = 80, seed: wanted }: Played = {}) {
  const entry = loadedGrant(flow)
  const lab = await createTestLab({ ...entry.lab(options), ...(wanted && { seed: wanted }) })
  const run = rehearse(entry.machine, lab, ALICE)
  const sent: SentEvent[] = []
  const press = async (event: GrantEvent) => {
    sent.push({ ...event })
    await run.press(event)
  }
  for (let count = 0; count < presses; count++) {
    if (has(run.snapshot(), 'done') || !(onTheWire(run.snapshot()) || can(run.snapshot(), 'learner.next'))) break
    await press({ type: 'learner.next' })
  }
  for (const event of after) {
    await press(event)
    if (onTheWire(run.snapshot())) await press({ type: 'learner.next' })
  }
  const { exchanges, timeline, castSecrets, seed } = lab.lab
  const { created, key, ...information } = { created: lab.created, ...lab.created }
  const recording: Recording = {
    ...{ flow, options, seed, step: null, lab: information, exchanges, timeline, castSecrets, sent },
    onTheWire: onTheWire(run.snapshot()),
    machine: { state: run.snapshot().value as Recording['machine']['state'], visited: [pathOf(run.snapshot())] },
  }
  return { entry, lab, recording: JSON.parse(JSON.stringify(recording)) as Recording }
}
