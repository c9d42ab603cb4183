import { Run } from '@/components/player/run/run'
import { headOf, stepsOf } from '@/components/player/run/view'
import type { Recording, SentEvent } from '@/lib/export/recording'
import { translation } from '@/lib/export/translate'
import type { DeliverOptions, MoveCall } from '@/lib/lab/contract'
import type { LabForRun, LoadedGrant } from '@/machines/kit/entry'
import { failureOf, waits } from '@/machines/kit/reading'

/**
 * Plays a recorded run again, for real: a fresh lab with the same flow and options (and the same seed, where the file
 * tells it), and everything the learner did, until the step with this slug has happened. What was typed or edited is
 * translated into the new lab's values.
 *
 * @throws Error with a sentence, when the app fails meanwhile
 */
export async function forkLive(entry: LoadedGrant, recording: Recording, step: string | null): Promise<Run> {
  const run = await Run.begin(seeded(entry, recording.seed), recording.options)
  for (const event of recording.sent) {
    if (step === null || has(run, step)) break
    await repeat(run, translation(recording, run.state())(event))
    const failure = run.state().failure ?? failureOf(run.state().machine)
    if (failure) throw new Error(failure)
  }
  const steps = stepsOf(run, run.state())
  const head = headOf(steps)
  const number = steps.slice(0, head).find(({ id }) => id === step)?.number
  run.moveCursor(number === undefined || number === head ? null : number)
  return run
}

function seeded(entry: LoadedGrant, seed: string | null): LoadedGrant {
  if (seed === null) return entry
  return {
    ...entry,
    lab(options) {
      const wishes: LabForRun & { seed: string } = { ...entry.lab(options), seed }
      return wishes
    },
  }
}

function has(run: Run, step: string): boolean {
  const steps = stepsOf(run, run.state())
  return steps.slice(0, headOf(steps)).some(({ id }) => id === step)
}

async function repeat(run: Run, event: SentEvent): Promise<void> {
  if (event.type === 'lab.clock') return run.advanceClock(Number(event.seconds) || 0)
  if (event.type === 'lab.move') return run.makeMove(event.call as MoveCall, (event.options ?? {}) as DeliverOptions)
  run.send(event)
  await settled(run)
}

/** Resolves once the machine listens again. */
function settled(run: Run): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!waits(run.state().machine)) return
      stop()
      resolve()
    }
    const stop = run.subscribe(look)
    look()
  })
}
