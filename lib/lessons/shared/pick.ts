import type { Lesson, StepLesson } from '../lesson'

/** Words of some steps of a lesson, for another one that goes the same way for a while. */
export function pick({ title, steps }: Lesson, ...names: string[]): Record<string, StepLesson> {
  return Object.fromEntries(
    names.map((name) => {
      const words = steps[name]
      if (!words) throw new Error(`The lesson ${title} has no step ${name}.`)
      return [name, words]
    }),
  )
}
