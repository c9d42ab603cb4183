import type { MachineState, Recording } from '@/lib/export/recording'
import { onTheWire } from '@/machines/kit/reading'
import type { Run } from './run'

/** The run as it stands, as plain JSON. `step`: slug of the step looked at. */
export function recordingOf({ entry, options, state }: Run, step: string | null): Recording {
  const { machine, visited, lab, exchanges, timeline, castSecrets, seed = null, sent = [] } = state()
  return {
    ...{ flow: entry.slug, options, seed, step, lab, exchanges, timeline, castSecrets, sent },
    onTheWire: onTheWire(machine),
    machine: { state: machine.value as MachineState, visited: [...visited] },
  }
}
