import { optionsKey } from '@/components/player/run/run-words'
import { savedRun } from '@/components/player/run/saved-run'
import type { Checked, CompletionAnswer } from '@/lib/course/completion/completion'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import type { LessonProgress } from '@/lib/course/progress'
import { memoryOf } from '../lesson/parts'
import { type KeptLesson, receipts } from './kept-lessons'

const UNREACHABLE = 'The Grant Lab server cannot be reached. Check that it runs, then try again; nothing is lost.'

/**
 * A code for what was done in a lesson, signed by the server. Where the lab of the run is still there, the server
 * itself looks up the answers in it.
 *
 * @param id what the lesson is kept by
 * @throws Error with a sentence to show
 */
export async function askCompletion(
  id: string,
  { plan, assignment }: KeptLesson,
  progress: LessonProgress,
): Promise<CompletionAnswer> {
  const first = Object.entries(progress.predictions).map(([question, said]) => [question, said.first] as const)
  const answers = Object.fromEntries(first.map(([question, { option }]) => [question, option]))
  const graded = await askPredictions(id, plan, answers)
  return ask('/api/lessons/completion', {
    plan,
    ...(assignment ?? { name: '', label: '' }),
    right: first.filter(([, { option, came }]) => option === came).length,
    tasks: Object.keys(progress.tasks),
    receipts: [...(graded ? [graded] : []), ...receipts()],
  })
}

/** The server's receipt for the answers; null when the run's lab is gone, or was never in this tab. */
async function askPredictions(id: string, plan: LessonPlan, answers: Record<string, string>): Promise<string | null> {
  const lab = savedRun(memoryOf(id), optionsKey({ ...plan.options }))?.lab
  if (!lab) return null
  try {
    return (await ask<{ receipt: string }>(`/api/labs/${lab}/predictions`, { plan, answers })).receipt
  } catch {
    return null
  }
}

/** What each code in a pasted text says. @throws Error with a sentence to show */
export const askCheck = (pasted: string): Promise<Checked[]> => ask('/api/lessons/completion/check', { pasted })

async function ask<Answer>(url: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  const init = { method: 'POST', cache: 'no-store', headers, body: JSON.stringify(body) } as const
  const response = await fetch(url, init).catch(() => null)
  if (!response) throw new Error(UNREACHABLE)
  const answer = await response.json().catch(() => null)
  if (response.ok) return answer
  throw new Error(typeof answer?.detail === 'string' ? answer.detail : UNREACHABLE)
}
