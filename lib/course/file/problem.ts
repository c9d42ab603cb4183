import type { LessonPlan } from '../lesson-plan'

/** What is wrong with a lesson file: where, and a sentence that says what to do. */
export interface Problem {
  /** `line 12`, or where in the JSON: `stops[2].question`; null: the file as a whole. */
  where: string | null
  what: string
}

/** A lesson, or everything that is wrong with the file. */
export type ReadLesson = { plan: LessonPlan } | { problems: Problem[] }

export type Path = readonly PropertyKey[]

/** A place in JSON as people write it: `stops[2].question`. */
export function pathText(path: Path): string | null {
  const text = path.reduce<string>((before, part) => {
    if (typeof part === 'number') return `${before}[${part}]`
    return before === '' ? String(part) : `${before}.${String(part)}`
  }, '')
  return text === '' ? null : text
}
