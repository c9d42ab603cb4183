import { encodeBase64Url, encodeUtf8 } from '@/lib/oauth/base64url'
import { sha256 } from '@/lib/wire/sha256'
import type { LessonPlan } from '../lesson-plan'

/** Bytes of SHA-256 that are kept: nobody is kept from writing another lesson, only from taking one for another. */
const KEPT = 9

/** What a lesson says, in 12 letters; the same for both spellings of a file, another one after any change. */
export function lessonDigest(plan: unknown): string {
  return encodeBase64Url(sha256(encodeUtf8(canonical(plan))).slice(0, KEPT))
}

/** What a lesson that was given in a file or a link is kept by, as its progress is: another version of it begins anew. */
export const progressId = (plan: LessonPlan): string => `${plan.id}~${lessonDigest(plan)}`

/** Whether it names a lesson that was given so; built-in ones have names of their own. */
export const isKeptId = (id: string): boolean => id.includes('~')

/** JSON with its members in the order of their names. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`
}
