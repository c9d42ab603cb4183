import type { Task } from '@/lib/course/lesson-plan'
import { TASKS } from '@/lib/course/plans/tasks'
import { CATALOGUE } from '@/machines/catalogue'

/** The flows of the catalogue with their built-in tasks of one kind, for `test.each`. */
export function tasksOfKind<Kind extends Task['kind']>(kind: Kind): [string, Extract<Task, { kind: Kind }>][] {
  return CATALOGUE.flatMap(({ slug }) =>
    (TASKS[slug] ?? [])
      .filter((task): task is Extract<Task, { kind: Kind }> => task.kind === kind)
      .map((task): [string, Extract<Task, { kind: Kind }>] => [slug, task]),
  )
}
