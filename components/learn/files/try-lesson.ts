import { settled } from '@/components/player/run/fast-forward'
import { Run } from '@/components/player/run/run'
import { headOf, stepsOf } from '@/components/player/run/view'
import { holds } from '@/lib/course/claim'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import type { GrantEntry } from '@/machines/kit/entry'
import { nextButton } from '@/machines/kit/next-label'
import { failureOf, pathOf } from '@/machines/kit/reading'
import { evidenceAt } from '../predict/judging'

/** What a real run of the flow made of a lesson's questions. */
export interface Tried {
  /** Ids of the options that came true, by the question's id. */
  came: Readonly<Record<string, readonly string[]>>
  /** Steps of the lesson that the run did not come to. */
  missing: readonly string[]
}

const MOST_PRESSES = 80

/** Plays the lesson's flow once to its end, in a lab that is thrown away. @throws Error with a sentence to show */
export async function tryLesson(entry: GrantEntry, plan: LessonPlan): Promise<Tried> {
  const run = await Run.begin(entry, { ...plan.options }, null)
  try {
    await playThrough(run)
    const { castSecrets, timeline } = run.state()
    const steps = stepsOf(run, run.state()).filter(({ state }) => state === 'done')
    const came: Record<string, string[]> = {}
    const missing: string[] = []
    for (const { step: slug, question } of plan.stops) {
      const step = steps.find(({ id }) => id === slug)
      const evidence = step && evidenceAt({ steps, castSecrets, timeline }, step)
      if (!evidence) missing.push(slug)
      else if (question) {
        came[question.id] = question.options.filter(({ claim }) => holds(claim, evidence)).map(({ id }) => id)
      }
    }
    return { came, missing }
  } finally {
    await run.discard()
  }
}

async function playThrough(run: Run): Promise<void> {
  for (let press = 0; press < MOST_PRESSES; press++) {
    const { machine } = run.state()
    if (!nextButton(run.entry.machine, machine).enabled) return
    const head = headOf(stepsOf(run, run.state()))
    run.send({ type: 'learner.next' })
    await settled(run, head, pathOf(machine))
    const failure = failureOf(run.state().machine)
    if (failure) throw new Error(failure)
  }
}
