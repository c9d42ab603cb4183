import { progressId } from '@/lib/course/file/digest'
import { judge } from '@/lib/course/file/judge'
import { isObject, objectsIn, type Raw } from '@/lib/course/file/raw'
import type { LessonPlan } from '@/lib/course/lesson-plan'

/** A lesson that was begun from a file or a link, as this browser keeps it. */
export interface KeptLesson {
  plan: LessonPlan
  /** Who does it for which class; null: nobody assigned it. The name goes when its code is made. */
  assignment: { name: string; label: string } | null
}

const KEY = 'grant-lab lessons'
const RECEIPTS = 'grant-lab receipts'
/** How many are kept; the one begun longest ago goes first. */
const MOST_LESSONS = 12
const MOST_RECEIPTS = 40

/** @returns what it is found by; null when this browser keeps nothing */
export function keepLesson({ plan, assignment }: KeptLesson): string | null {
  const id = progressId(plan)
  const others = all().filter((one) => one.id !== id)
  return write(KEY, [{ id, plan, assignment }, ...others].slice(0, MOST_LESSONS)) ? id : null
}

export function keptLesson(id: string): KeptLesson | null {
  const found = all().find((one) => one.id === id)
  if (!found) return null
  const read = judge(found.plan, null)
  return 'plan' in read ? { plan: read.plan, assignment: assignmentIn(found) } : null
}

/** Forgets who did it, once the code is made. */
export function forgetName(id: string): void {
  write(
    KEY,
    all().map((one) => (one.id === id ? { ...one, assignment: null } : one)),
  )
}

/** Keeps what the server signed for something it graded, until a completion code is made. */
export function keepReceipt(receipt: string | undefined): void {
  if (receipt !== undefined) write(RECEIPTS, [receipt, ...receipts()].slice(0, MOST_RECEIPTS))
}

export function receipts(): string[] {
  const found = read(RECEIPTS)
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : []
}

const all = () => objectsIn(read(KEY))

function assignmentIn({ assignment }: Raw): KeptLesson['assignment'] {
  if (!isObject(assignment)) return null
  const { name, label } = assignment
  return typeof name === 'string' && typeof label === 'string' ? { name, label } : null
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function write(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}
