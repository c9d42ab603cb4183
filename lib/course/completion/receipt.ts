import { lessonDigest } from '../file/digest'
import type { LessonPlan, Task } from '../lesson-plan'

/** What the server has graded itself. Signed, it is a receipt, which the browser keeps until the lesson is done. */
export type Graded =
  | { kind: 'predictions'; lesson: string; right: number; asked: number }
  /** `task`: the digest of what was to be done. */
  | { kind: 'task'; task: string }

/** What is to be done in a task, whatever words it is put in. */
export function taskDigest({ flow, options }: Pick<LessonPlan, 'flow' | 'options'>, task: Partial<Task>): string {
  const { id, title, text, hints, ...rest } = task
  if (rest.kind === 'fix') return lessonDigest(rest)
  if (rest.kind !== 'assemble') return lessonDigest({ flow, options, ...rest })
  const { distractors, ...order } = rest
  return lessonDigest({ flow, options, ...order })
}
