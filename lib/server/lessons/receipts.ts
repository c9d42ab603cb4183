import 'server-only'
import { taskDigest } from '@/lib/course/completion/receipt'
import type { LessonPlan, Task } from '@/lib/course/lesson-plan'
import type { Grade } from '@/lib/course/tasks/grade'
import { processSigning } from './process-signing'

/** A grade with this server's receipt, once the task is done. */
export function withReceipt(grade: Grade, plan: Pick<LessonPlan, 'flow' | 'options'>, task: Partial<Task>): Grade {
  if (!grade.done) return grade
  return { ...grade, receipt: processSigning().receipt({ kind: 'task', task: taskDigest(plan, task) }, Date.now()) }
}
