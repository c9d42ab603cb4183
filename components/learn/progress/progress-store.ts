import {
  type Answer,
  type LessonProgress,
  merged,
  NO_PROGRESS,
  NOT_OPENED,
  type Progress,
  readProgress,
  type Unreadable,
  withAnswer,
  withLesson,
  writeProgress,
} from '@/lib/course/progress'

const KEY = 'grant-lab progress'
const ASIDE = 'grant-lab progress set aside'

/** What the learner did, as this browser remembers it. */
export interface Remembered {
  progress: Progress
  /** What stood there and could not be read: it is kept until the learner lets it go. */
  aside: string | null
  /** This browser keeps nothing: what was done is gone with the tab. */
  forgetful: boolean
}

export const NOTHING: Remembered = { progress: NO_PROGRESS, aside: null, forgetful: false }

let remembered: Remembered | null = null
const listeners = new Set<() => void>()

/** What is remembered now; the same object until something changes. */
export function recall(): Remembered {
  remembered ??= reread(NOTHING)
  return remembered
}

/** Calls back after every change, of other tabs as well. */
export function onProgress(changed: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', lookAgain)
  listeners.add(changed)
  return () => {
    listeners.delete(changed)
    if (listeners.size === 0) window.removeEventListener('storage', lookAgain)
  }
}

export function progressOf(lesson: string): LessonProgress {
  return recall().progress.lessons[lesson] ?? NOT_OPENED
}

export function recordPrediction(lesson: string, question: string, answer: Omit<Answer, 'at'>): void {
  changeLesson(lesson, (now) => withAnswer(now, question, { ...answer, at: timeNow() }))
}

/** A task was done; the first time counts. */
export function recordTask(lesson: string, task: string): void {
  changeLesson(lesson, (now) => ({ ...now, tasks: { [task]: timeNow(), ...now.tasks } }))
}

export function recordOpened(lesson: string): void {
  changeLesson(lesson, (now) => ({ ...now, opened: timeNow() }))
}

/** How far somebody came; earlier steps than before change nothing. */
export function recordReached(lesson: string, step: number, of: number): void {
  if (step > progressOf(lesson).reached.step) changeLesson(lesson, (now) => ({ ...now, reached: { step, of } }))
}

export function recordFinished(lesson: string): void {
  if (!progressOf(lesson).finished) changeLesson(lesson, (now) => ({ ...now, finished: timeNow() }))
}

/** Everything, as a file has it. */
export const exportProgress = (): string => writeProgress(recall().progress)

/** Adds what a file has to what is remembered; what cannot be read changes nothing. */
export function importProgress(text: string): 'added' | Unreadable {
  const found = readProgress(text)
  if (typeof found === 'string') return found
  change((progress) => merged(progress, found))
  return 'added'
}

/** Forgets everything. @returns what brings it back */
export function clearProgress(): () => void {
  const before = recall().progress
  change(() => NO_PROGRESS)
  return () => change((now) => merged(now, before))
}

/** Lets go of what could not be read. */
export function forgetAside(): void {
  attempt(() => localStorage.removeItem(ASIDE))
  announce({ ...recall(), aside: null })
}

function changeLesson(lesson: string, to: (lesson: LessonProgress) => LessonProgress): void {
  change((progress) => withLesson(progress, lesson, to))
}

function change(to: (progress: Progress) => Progress): void {
  const now = reread(recall())
  const progress = to(now.progress)
  // What could not be read is about to be written over: it moves aside first.
  const safe = now.aside === null || attempt(() => localStorage.setItem(ASIDE, now.aside ?? ''))
  const kept = safe && attempt(() => localStorage.setItem(KEY, writeProgress(progress)))
  announce({ ...now, progress, forgetful: !kept })
}

/** Another tab may have written since; a browser that keeps nothing knows only what this tab knows. */
function reread(before: Remembered): Remembered {
  if (before.forgetful) return before
  try {
    const text = localStorage.getItem(KEY)
    const aside = localStorage.getItem(ASIDE)
    if (text === null) return { ...before, progress: NO_PROGRESS, aside }
    const found = readProgress(text)
    return typeof found === 'string'
      ? { ...before, progress: NO_PROGRESS, aside: joined(aside, text) }
      : { ...before, progress: found, aside }
  } catch {
    return { ...before, forgetful: true }
  }
}

const joined = (aside: string | null, text: string) => (aside === null ? text : `${aside}\n${text}`)

function lookAgain({ key }: StorageEvent): void {
  if (key === null || key === KEY || key === ASIDE) announce(reread(recall()))
}

function announce(next: Remembered): void {
  remembered = next
  for (const listener of listeners) listener()
}

function attempt(work: () => void): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}

const timeNow = () => new Date().toISOString()
