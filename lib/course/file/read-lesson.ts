import { LESSON_LIMIT } from './limits'
import type { LessonNames } from './names'
import type { ReadLesson } from './problem'
import { readLessonJson } from './read-json'
import { readLessonMarkdown } from './read-markdown'

/** How many problems are told at once. */
const MOST_PROBLEMS = 50

/**
 * A lesson file in either spelling; JSON begins with a brace.
 *
 * @param names what can be named in this version; null: names are taken as they are
 */
export function readLesson(text: string, names: LessonNames | null): ReadLesson {
  const content = text.replace(/^\uFEFF/, '')
  if (content.length > LESSON_LIMIT) {
    return {
      problems: [{ where: null, what: `The file is too large: a lesson has at most ${LESSON_LIMIT / 1024} KB.` }],
    }
  }
  if (content.trim() === '') return { problems: [{ where: null, what: 'The file is empty. Start from an example.' }] }
  const read = content.trimStart().startsWith('{') ? readLessonJson(content, names) : readLessonMarkdown(content, names)
  return 'plan' in read ? read : { problems: read.problems.slice(0, MOST_PROBLEMS) }
}
