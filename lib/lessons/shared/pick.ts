import type { Lesson, StepLesson } from '../lesson'

/** Words of some steps of a lesson, for another one that goes the same way for a while. */
export function pick({ steps }: Lesson, ...names: string[]): Record<string, StepLesson> {
  return Object.fromEntries(
    names.map((name) => {
      const words = steps[name]
      if (!words) throw new Error(`There are no words for the step ${name} to pick.`)
      return [name, words]
    }),
  )
}
