import type { Task } from '@/lib/course/lesson-plan'
import { TASKS } from '@/lib/course/plans/tasks'
import { CATALOGUE, findGrant, type GrantEntry } from '@/machines/catalogue'

/** The flows of the catalogue with their built-in tasks of one kind, for `test.each`. */
export function tasksOfKind<Kind extends Task['kind']>(kind: Kind): [string, Extract<Task, { kind: Kind }>][] {
  return CATALOGUE.flatMap(({ slug }) =>
    (TASKS[slug] ?? [])
      .filter((task): task is Extract<Task, { kind: Kind }> => task.kind === kind)
      .map((task): [string, Extract<Task, { kind: Kind }>] => [slug, task]),
  )
}

export function entryOf(flow: string): GrantEntry {
  const entry = findGrant(flow)
  if (!entry) throw new Error(`The catalogue has no ${flow}.`)
  return entry
}
