import type { LessonPlan } from '../lesson-plan'

/** A plan of ours; its tasks stand in `tasks/`. */
export type BuiltInPlan = Omit<LessonPlan, 'tasks'>

/** For whoever was right of the usual run, and changed something in theirs. */
export const USUALLY = 'It usually is so: look at what was changed in this run.'
