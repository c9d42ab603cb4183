import type { LessonNames } from '@/lib/course/file/names'
import { CATALOGUE } from '@/machines/catalogue'

/** What a lesson can name beside the flows, as the server tells it. */
export type NamesOfLabs = Omit<LessonNames, 'flows'>

/** Everything a lesson can name in this version. */
export function lessonNames(labs: NamesOfLabs): LessonNames {
  const flows = CATALOGUE.map(({ slug, lesson, options }) => ({
    slug,
    title: lesson.title,
    steps: Object.keys(lesson.steps),
    options: options.map(({ name, choices }) => ({ name, values: choices.map(({ value }) => value) })),
  }))
  return { ...labs, flows }
}
