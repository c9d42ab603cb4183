import { z } from 'zod'

/** What a learner has done so far. Plain JSON, kept by the learner alone; times are ISO 8601. */
export interface Progress {
  version: typeof VERSION
  /** By the id of the lesson. Lessons nobody knows here (of a file, of a later app) are kept as they are. */
  lessons: Readonly<Record<string, LessonProgress>>
}

export interface LessonProgress {
  /** When it was opened last. */
  opened: string
  /** How far anybody came, in steps. */
  reached: { step: number; of: number }
  /** When its end was seen first; null: not yet. */
  finished: string | null
  /** By the id of the question. */
  predictions: Readonly<Record<string, Predicted>>
  /** When each task was done first, by its id. */
  tasks: Readonly<Record<string, string>>
}

/** What was answered to one question. */
export interface Predicted {
  first: Answer
  last: Answer
}

export interface Answer {
  /** Id of the option. */
  option: string
  /** Id of the option that came true; null: none of them. */
  came: string | null
  sure: boolean
  at: string
}

const VERSION = 1
/** Characters; a learner who finished 500 lessons needs about half of it. */
const LONGEST = 1_000_000

const id = z.string().min(1).max(200)
const time = z.iso.datetime()
const step = z.number().int().min(0).max(1_000)
const answer = z.object({ option: id, came: id.nullable(), sure: z.boolean(), at: time })
const lesson = z.object({
  opened: time,
  reached: z.object({ step, of: step }),
  finished: time.nullable(),
  predictions: z.record(id, z.object({ first: answer, last: answer })),
  tasks: z.record(id, time),
})
const progress = z.object({ version: z.literal(VERSION), lessons: z.record(id, lesson) })

export const NO_PROGRESS: Progress = { version: VERSION, lessons: {} }

export const NOT_OPENED: LessonProgress = {
  opened: '1970-01-01T00:00:00Z',
  reached: { step: 0, of: 0 },
  finished: null,
  predictions: {},
  tasks: {},
}

/** `newer`: written by a later app. `foreign`: something else, or damaged. */
export type Unreadable = 'newer' | 'foreign'

/** Reads what was written, by this app or by hand. */
export function readProgress(text: string): Progress | Unreadable {
  const found = text.length > LONGEST ? null : parsed(text)
  const known = progress.safeParse(found)
  if (known.success) return known.data
  const later = z.object({ version: z.number().gt(VERSION), lessons: z.unknown() }).safeParse(found)
  return later.success ? 'newer' : 'foreign'
}

export const writeProgress = (progress: Progress): string => `${JSON.stringify(progress, null, 2)}\n`

/** Both together: nothing that was done is undone. Whichever is named first does not matter. */
export function merged(one: Progress, other: Progress): Progress {
  return { version: VERSION, lessons: together(one.lessons, other.lessons, mergedLesson) }
}

function mergedLesson(one: LessonProgress, other: LessonProgress): LessonProgress {
  return {
    opened: later(one.opened, other.opened),
    reached: part(one) >= part(other) ? one.reached : other.reached,
    finished: one.finished && other.finished ? earlier(one.finished, other.finished) : (one.finished ?? other.finished),
    predictions: together(one.predictions, other.predictions, (mine, theirs) => ({
      first: mine.first.at <= theirs.first.at ? mine.first : theirs.first,
      last: mine.last.at >= theirs.last.at ? mine.last : theirs.last,
    })),
    tasks: together(one.tasks, other.tasks, earlier),
  }
}

const part = ({ reached: { step, of } }: LessonProgress) => step / Math.max(1, of)
const earlier = (one: string, other: string) => (one <= other ? one : other)
const later = (one: string, other: string) => (one >= other ? one : other)

function together<Value>(
  one: Readonly<Record<string, Value>>,
  other: Readonly<Record<string, Value>>,
  both: (one: Value, other: Value) => Value,
): Record<string, Value> {
  const theirs = new Map(Object.entries(other))
  const mine = Object.entries(one).map(([id, value]): [string, Value] => {
    const same = theirs.get(id)
    return [id, same === undefined ? value : both(value, same)]
  })
  return Object.fromEntries([...theirs, ...mine])
}

/** The lesson's progress with something added. */
export function withLesson(
  progress: Progress,
  id: string,
  change: (lesson: LessonProgress) => LessonProgress,
): Progress {
  const lessons = new Map(Object.entries(progress.lessons))
  return { ...progress, lessons: Object.fromEntries(lessons.set(id, change(lessons.get(id) ?? NOT_OPENED))) }
}

export function withAnswer(lesson: LessonProgress, question: string, answer: Answer): LessonProgress {
  const first = lesson.predictions[question]?.first ?? answer
  return { ...lesson, predictions: { ...lesson.predictions, [question]: { first, last: answer } } }
}

/** It was answered, and came out otherwise when last asked. */
export const missed = ({ last }: Predicted): boolean => last.option !== last.came

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
