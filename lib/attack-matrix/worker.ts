import { parentPort } from 'node:worker_threads'
import { findAttack } from '@/lib/attacks'
import type { GrantSlug } from '@/lib/attacks/attack'
import { PRESETS, type Preset } from '@/lib/oauth/policy'
import { originsOf } from '@/lib/server/origins'
import type { Cell, Controls } from './cell'
import { type MatrixHost, matrixHost } from './host'
import { runMatrix } from './matrix'

/** One piece of work for a thread: a row of cells. */
export interface Task {
  attack: string
  grant: GrantSlug
  presets?: readonly Preset[]
  controls?: Controls
  /** What all randomness of the run is drawn from. */
  seed?: string
}

/** Labs under the same seed share a host, and so the honest runs made on it. */
const hosts = new Map<string, Promise<MatrixHost>>()

function hostOf(seed: string): Promise<MatrixHost> {
  const known =
    hosts.get(seed) ??
    matrixHost(seed, (lab) => originsOf({ appOrigin: 'http://localhost:3000', parties: 'ports' }, lab))
  hosts.set(seed, known)
  return known
}

/** Runs a row of cells, and answers them. What broke inside the app while it ran counts as a failed run. */
export async function runTask({
  attack,
  grant,
  presets = PRESETS,
  controls,
  seed = 'grant lab',
}: Task): Promise<Cell[]> {
  const found = findAttack(attack)
  if (!found) throw new Error(`There is no attack ${attack}.`)
  const cells: Cell[] = []
  for await (const cell of runMatrix({ attacks: [found], grants: [grant], presets }, await hostOf(seed), controls))
    cells.push(cell)
  return cells
}

parentPort?.on('message', (task: Task) => {
  runTask(task).then(
    (cells) => parentPort?.postMessage({ task, cells }),
    (error) => parentPort?.postMessage({ task, error: String(error) }),
  )
})
