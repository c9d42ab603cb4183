import type { LessonPlan, Prediction, Stop } from '@/lib/course/lesson-plan'
import { type LessonProgress, missed } from '@/lib/course/progress'
import type { Step } from '@/machines/kit/step'
import { type Given, isMissed, isSaid, type Sitting } from './sitting'

/** A question that is due now. `again`: it was missed earlier in this run. */
export interface Due {
  question: Prediction
  round: 'answers' | 'again'
}

export interface Standing {
  /** What happened, then what usually comes. */
  steps: readonly Step[]
  /** How many have happened. */
  head: number
  cursor: number
  /** Nothing comes any more. */
  ended: boolean
}

/** Steps after which a missed question may return. */
const LATER = 3

type Asking = Stop & { question: Prediction }

export const asked = ({ stops }: Pick<LessonPlan, 'stops'>): Asking[] =>
  stops.filter((stop): stop is Asking => stop.question !== undefined)

/**
 * What a run begins with: what came out as said on an earlier visit is not asked again, what was missed then is; and
 * of steps that are over nothing can be predicted any more.
 */
export function newSitting(
  plan: Pick<LessonPlan, 'stops'>,
  before: LessonProgress,
  now: Pick<Standing, 'steps' | 'cursor'>,
): Sitting {
  const over = new Set(now.steps.slice(0, now.cursor).map(({ id }) => id))
  const answers = asked(plan).flatMap(({ step, question }): [string, Given][] => {
    const predicted = before.predictions[question.id]
    if (predicted && !missed(predicted)) return [[question.id, { said: 'known' }]]
    return over.has(step) ? [[question.id, { said: 'skipped' }]] : []
  })
  return { answers: Object.fromEntries(answers), again: {}, seen: now.cursor }
}

/** How many steps may be seen: one press shows one, and an open question hides its own step and all after it. */
export function shownOf(
  plan: Pick<LessonPlan, 'stops'>,
  sitting: Sitting,
  { steps, head, cursor }: Omit<Standing, 'ended'>,
): number {
  const open = asked(plan).filter(({ question }) => !sitting.answers[question.id])
  const first = steps.findIndex(({ id }) => open.some(({ step }) => step === id))
  return Math.min(head, Math.max(sitting.seen, cursor), first < 0 ? head : first)
}

/**
 * What is asked before anything new is seen. A missed question returns once: a few steps later, where
 * nothing else is asked or answered, or at the end.
 */
export function dueOf(plan: Pick<LessonPlan, 'stops'>, sitting: Sitting, now: Standing): Due | null {
  const { steps, cursor, ended } = now
  if (cursor < shownOf(plan, sitting, now)) return null
  const coming = steps[cursor]
  const stop = asked(plan).find(({ step, question }) => step === coming?.id && !sitting.answers[question.id])
  if (stop) return { question: stop.question, round: 'answers' }
  const given = [...Object.values(sitting.answers), ...Object.values(sitting.again)]
  if (!ended && given.some((one) => isSaid(one) && one.at === cursor)) return null
  const back = asked(plan).find(({ question: { id } }) => {
    const given = sitting.answers[id]
    return isMissed(given) && !sitting.again[id] && cursor >= given.at + (ended ? 1 : LATER)
  })
  return back ? { question: back.question, round: 'again' } : null
}
