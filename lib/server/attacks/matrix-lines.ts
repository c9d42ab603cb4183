import 'server-only'
import type { Cell } from '@/lib/attack-matrix/cell'
import type { IdleCheck, MatrixLine } from '@/lib/attack-matrix/contract'
import type { MatrixHost } from '@/lib/attack-matrix/host'
import { asksOf, runMatrix, type Selection } from '@/lib/attack-matrix/matrix'
import type { Lab } from '@/lib/lab/lab'
import type { Party } from '@/lib/oauth/parties'
import type { Preset } from '@/lib/oauth/policy'
import type { Turns } from './turns'

interface MatrixRun {
  selection: Selection & { presets: readonly [Preset] }
  host: MatrixHost
  /** A cell at a time; others come in between. */
  runs: Turns
  /** Milliseconds. */
  now(): number
  /** Whoever asked has left. */
  left(): boolean
}

/** Runs the matrix of one preset and says what comes of it, line by line. Other requests are answered in between. */
export async function* matrixLines({ selection, host, runs, now, left }: MatrixRun): AsyncGenerator<MatrixLine> {
  const began = now()
  const watched = watchChecks(host)
  yield { type: 'begin', preset: selection.presets[0], cells: asksOf(selection).length }
  const cells: Cell[] = []
  const running = runMatrix(selection, watched.host)
  while (!left()) {
    const { value, done } = await runs.take(() => running.next())
    if (done) break
    cells.push(value)
    watched.look()
    yield { type: 'cell', cell: value }
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
  yield { type: 'end', seconds: (now() - began) / 1000, idle: idleOf(watched.made, cells) }
}

/** Notes which checks the parties made in the labs of a run, whatever came of them. */
function watchChecks(host: MatrixHost) {
  const made = new Map<string, Party>()
  let labs: Lab[] = []
  const lab: MatrixHost['lab'] = async (wishes) => {
    const one = await host.lab(wishes)
    labs.push(one)
    return one
  }
  const look = () => {
    const checks = labs.flatMap(({ exchanges }) => exchanges.flatMap((exchange) => exchange.checks))
    for (const { id, by, verdict } of checks) if (verdict === 'passed' || verdict === 'failed') made.set(id, by)
    labs = []
  }
  return { host: { ...host, lab }, made, look }
}

/** Checks that were made and that no cell names: neither as what stopped it, nor as a further line of defence. */
function idleOf(made: ReadonlyMap<string, Party>, cells: readonly Cell[]): IdleCheck[] {
  const layers = cells.flatMap(({ evidence }) => evidence.cases.flatMap((one) => one.layers))
  const needed = new Set(layers.flatMap((layer) => ('check' in layer ? [layer.check] : [])))
  return [...made].filter(([check]) => !needed.has(check)).map(([check, by]) => ({ check, by }))
}
