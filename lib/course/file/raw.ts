/** Reading a value whose shape nobody has checked yet. */

export type Raw = Record<string, unknown>

export const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The members of a list, in their places; what is no object counts as an empty one. */
export const objectsIn = (value: unknown): Raw[] =>
  Array.isArray(value) ? value.map((one) => (isObject(one) ? one : {})) : []

/** A title as a name: `Why PKCE?` is `why-pkce`. */
export function slugOf(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
}

export const LESSON_WITHOUT_NAME = 'lesson'

export const usualPlanId = (title: unknown): string =>
  (typeof title === 'string' && slugOf(title)) || LESSON_WITHOUT_NAME

/** Names of questions, options and tasks that an author left out. `at` counts from 0. */
export const usualQuestionId = (stop: number): string => `question-${stop + 1}`
export const usualOptionId = (at: number): string => String.fromCharCode(97 + (at % 26))
export const usualTaskId = (at: number): string => `task-${at + 1}`
