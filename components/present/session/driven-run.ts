import { branchOf } from '@/components/player/run/branches'
import { optionsKey, Run } from '@/components/player/run/run'
import { saveRun } from '@/components/player/run/saved-run'
import { viewOf } from '@/components/player/run/view'
import { branchIn } from '@/lib/room/record'
import type { LoadedGrant } from '@/machines/kit/entry'
import type { Presentation } from './presentation'
import { nameOf, numberOf, recordOf } from './recorded-run'

/** A presented run is remembered apart from the one a visitor steps through in the player. */
const memoryOf = (entry: LoadedGrant): string => `present ${entry.slug}`

/** The run this window drives: the one that is being presented, at its step, or a new one in a fresh lab. */
export async function openDrivenRun(presentation: Presentation, entry: LoadedGrant, options: Record<string, string>) {
  const memory = memoryOf(entry)
  const resumable = presentation.resumable()
  if (resumable) {
    const machine = resumable.machine as Parameters<typeof saveRun>[2]['machine']
    const branch = branchIn(resumable.run)
    saveRun(memory, optionsKey(options), { lab: resumable.lab.id, machine, cursor: null, branch, shown: branch })
  }
  const run = (await Run.resume(entry, options, memory)) ?? (await Run.begin(entry, options, memory))
  const { step, run: shown } = presentation.state().shared
  if (shown === nameOf(run.state())) run.moveCursor(step === null ? 0 : numberOf(entry, run.state(), step))
  return run
}

export function beginDrivenRun(entry: LoadedGrant, options: Record<string, string>): Promise<Run> {
  return Run.begin(entry, options, memoryOf(entry))
}

/** Tells everybody of each change of the run, until stopped. */
export function tellOf(run: Run, presentation: Presentation): () => void {
  const tell = () => {
    const { branching } = run.state()
    if (!branching) return
    const { head } = branchOf(branching.branches, branching.shown)
    presentation.tell(recordOf(run, head, Date.now()), viewOf(run, run.state()).current?.id ?? null)
  }
  run.moveCursor(run.state().cursor)
  tell()
  return run.subscribe(tell)
}
