import type { LessonPlan } from '../lesson-plan'
import { complete } from './complete'
import type { LessonNames } from './names'
import { quote } from './nearest'
import { usualSentence } from './parts'
import type { Path } from './problem'
import { isObject, objectsIn, type Raw } from './raw'
import { lessonSchema } from './schema'

export interface Fault {
  path: Path
  what: string
}

/** A lesson out of a file's content, or everything that is wrong with it. */
export function judge(content: unknown, names: LessonNames | null): { plan: LessonPlan } | { faults: Fault[] } {
  const whole = complete(content)
  if (!isObject(whole)) return { faults: [{ path: [], what: 'A lesson is an object with title, flow and stops.' }] }
  const read = lessonSchema(names, whole.flow).safeParse(whole, { error: usualSentence })
  const faults = [
    ...(read.success ? [] : read.error.issues.map(({ path, message }) => ({ path, what: message }))),
    ...repeated(whole),
  ]
  if (read.success && faults.length === 0) return { plan: read.data }
  return { faults }
}

/** Names that must be unique, and a lesson that has nothing in it. */
function repeated(whole: Raw): Fault[] {
  const stops = objectsIn(whole.stops)
  const tasks = objectsIn(whole.tasks)
  const questions = stops.map(({ question }) => (isObject(question) ? question : {}))
  const empty = stops.length === 0 && tasks.length === 0
  return [
    ...(empty ? [{ path: [], what: 'The lesson has no stop and no task. Begin with one step to stop at.' }] : []),
    ...twice(stops, 'step', (at) => ['stops', at, 'step'], 'Put what is said of one step in one place'),
    ...twice(questions, 'id', (at) => ['stops', at, 'question', 'id'], 'Give each question its own id'),
    ...twice(tasks, 'id', (at) => ['tasks', at, 'id'], 'Give each task its own id'),
    ...questions.flatMap((question, stop) => {
      const path = (at: number) => ['stops', stop, 'question', 'options', at, 'id']
      return twice(objectsIn(question.options), 'id', path, 'Give each option its own id')
    }),
  ]
}

function twice(all: readonly Raw[], name: string, path: (at: number) => Path, advice: string): Fault[] {
  return all.flatMap((one, at) => {
    const value = one[name]
    if (typeof value !== 'string' || all.findIndex((other) => other[name] === value) === at) return []
    return [{ path: path(at), what: `${quote(value)} is there twice. ${advice}.` }]
  })
}
