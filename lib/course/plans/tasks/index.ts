import type { Task } from '../../lesson-plan'

/** What there is to do after each built-in plan, by its id. */
export const TASKS: Readonly<Record<string, readonly Task[]>> = {}
