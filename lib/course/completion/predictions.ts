import type { Moment } from '@/lib/lab/timeline'
import type { SecretReport } from '@/lib/oauth/environment'
import type { Exchange } from '@/lib/wire/exchange'
import { EVERY_GRANT } from '@/machines/every-grant'
import { projectSteps } from '@/machines/kit/steps'
import { tourOf } from '@/machines/kit/tour'
import { holds } from '../claim'
import type { LessonPlan } from '../lesson-plan'

export interface LabRecord {
  exchanges: readonly Exchange[]
  castSecrets: readonly SecretReport[]
  timeline: readonly Moment[]
}

/**
 * How many of a lesson's questions were answered as the run of a lab has it. A question whose step the run has not
 * come to counts as asked, and not as right.
 *
 * @param answers id of the chosen option by the question's id
 */
export function judgePredictions(
  plan: Pick<LessonPlan, 'flow' | 'stops'>,
  answers: Readonly<Record<string, string>>,
  { exchanges, castSecrets, timeline }: LabRecord,
): { right: number; asked: number } {
  const steps = stepsOf(plan.flow, exchanges)
  const questions = plan.stops.flatMap(({ step, question }) => (question ? [{ step, ...question }] : []))
  const right = questions.filter(({ id, step, options }) => {
    const told = steps.find((one) => one.id === step)
    if (!told?.exchange || told.state !== 'done') return false
    const at = { seq: told.exchange.seq, kind: told.kind }
    const came = options.find(({ claim }) => holds(claim, { exchanges, castSecrets, timeline, at }))
    return came !== undefined && Object.hasOwn(answers, id) && answers[id] === came.id
  })
  return { right: right.length, asked: questions.length }
}

function stepsOf(flow: string, exchanges: readonly Exchange[]) {
  const entry = EVERY_GRANT.find(({ slug }) => slug === flow)
  if (!entry) return []
  return projectSteps({
    machine: entry.machine,
    lesson: entry.lesson,
    exchanges,
    onTheWire: null,
    snapshot: tourOf(entry.machine, exchanges).snapshot,
    secrets: { request: () => [], response: () => [] },
  })
}
