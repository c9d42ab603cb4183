import { packLesson, unpackLesson } from '@/lib/course/file/link'
import type { LessonNames } from '@/lib/course/file/names'
import type { ReadLesson } from '@/lib/course/file/problem'
import { readLesson } from '@/lib/course/file/read-lesson'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { findPlan, PLANS } from '@/lib/course/plans'

/** What a link to a lesson says. It stands in the fragment, which no server is sent. */
export interface Linked {
  read: ReadLesson
  /** Null: nobody assigned it. Otherwise what the instructor calls the class, which may be nothing. */
  assigned: string | null
}

/** Letters of a link whose QR code phones still read off a screen. */
export const QR_LIMIT = 1800

const NOT_WHOLE =
  'The link is not whole: it was cut off or changed on the way. Ask for it again, or for the lesson as a file.'

/** The path of a link that carries the lesson; null when it is too large for one. */
export async function lessonPath(plan: LessonPlan, assigned: string | null = null): Promise<string | null> {
  const fragment = new URLSearchParams()
  const builtIn = PLANS.find((one) => one === plan)
  const packed = builtIn ? null : await packLesson(plan)
  if (builtIn) fragment.set('b', builtIn.id)
  else if (packed) fragment.set('l', packed)
  else return null
  if (assigned !== null) fragment.set('for', assigned)
  return `/lessons/open#${fragment}`
}

export async function readAddress(hash: string, names: LessonNames | null): Promise<Linked> {
  const fragment = new URLSearchParams(hash.replace(/^#/, ''))
  const assigned = fragment.get('for')
  const builtIn = fragment.get('b')
  if (builtIn !== null) {
    const plan = findPlan(builtIn)
    const what = `This version of Grant Lab has no lesson “${builtIn.slice(0, 60)}”. Look under Learn for those it has.`
    return { assigned, read: plan ? { plan } : { problems: [{ where: null, what }] } }
  }
  const packed = fragment.get('l')
  if (packed === null) {
    const what = 'The link names no lesson. Ask for it again, or drop the lesson’s file under Lessons.'
    return { assigned, read: { problems: [{ where: null, what }] } }
  }
  const text = await unpackLesson(packed)
  return { assigned, read: text === null ? { problems: [{ where: null, what: NOT_WHOLE }] } : readLesson(text, names) }
}
