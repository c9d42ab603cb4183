import { judge } from './judge'
import { LESSON_FORMAT, LESSON_VERSION } from './limits'
import type { LessonNames } from './names'
import { pathText, type ReadLesson } from './problem'
import { isObject } from './raw'

/** The content of a `.lesson.json` file. */
export function readLessonJson(text: string, names: LessonNames | null): ReadLesson {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const line = lineOf(error instanceof Error ? error.message : '', text)
    const what = 'The file is not JSON: a comma, a quote or a bracket is missing or too much, or it was cut off.'
    return { problems: [{ where: line && `line ${line}`, what }] }
  }
  if (!isObject(value) || value.format !== LESSON_FORMAT) {
    const what = `This is not a lesson of Grant Lab. The JSON begins { "format": "${LESSON_FORMAT}", "version": ${LESSON_VERSION}, … }.`
    return { problems: [{ where: 'format', what }] }
  }
  const { format, version, ...content } = value
  if (version !== LESSON_VERSION) {
    const what = `The file has another version than this app reads. Write "version": ${LESSON_VERSION}, or save it again with this app.`
    return { problems: [{ where: 'version', what }] }
  }
  const read = judge(content, names)
  if ('plan' in read) return read
  return { problems: read.faults.map(({ path, what }) => ({ where: pathText(path), what })) }
}

/** Engines tell the line, or the number of letters before it, or neither. */
function lineOf(message: string, text: string): string | null {
  const position = /position (\d+)/.exec(message)?.[1]
  const line = /line (\d+)/.exec(message)?.[1]
  return line ?? (position ? String(text.slice(0, Number(position)).split('\n').length) : null)
}
