import type { LessonNames } from '@/lib/course/file/names'
import { CATALOGUE } from '@/machines/catalogue'
import { loadGrant } from '@/machines/kit/entry'

/** What a lesson can name beside the flows, as the server tells it. */
export type NamesOfLabs = Omit<LessonNames, 'flows'>

/** Everything a lesson can name in this version; the words of every flow are loaded for it. */
export async function lessonNames(labs: NamesOfLabs): Promise<LessonNames> {
  const grants = await Promise.all(CATALOGUE.map(loadGrant))
  const flows = grants.map(({ slug, title, lesson, options }) => ({
    slug,
    title,
    steps: Object.keys(lesson.steps),
    options: options.map(({ name, choices }) => ({ name, values: choices.map(({ value }) => value) })),
  }))
  return { ...labs, flows }
}
