import type { LessonPlan } from '../lesson-plan'
import { LESSON_FORMAT, LESSON_VERSION } from './limits'

/** A lesson as a `.lesson.json` file. */
export function writeLessonJson(plan: LessonPlan): string {
  return `${JSON.stringify({ format: LESSON_FORMAT, version: LESSON_VERSION, ...plan }, null, 2)}\n`
}
