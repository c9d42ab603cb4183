import { findGrant } from '@/machines/catalogue'
import type { LessonPlan } from '../lesson-plan'

/** What the lab of a task begins with, as `POST /api/labs` takes it; null when there is no such flow. */
export function labOf({ flow, options }: Pick<LessonPlan, 'flow' | 'options'>) {
  return findGrant(flow)?.lab(options) ?? null
}
