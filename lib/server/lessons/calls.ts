import 'server-only'
import { z } from 'zod'
import { readCode, splitCodes, writeCode } from '@/lib/course/completion/code'
import type { Checked, Completion, CompletionAnswer } from '@/lib/course/completion/completion'
import { judgePredictions } from '@/lib/course/completion/predictions'
import { type Graded, taskDigest } from '@/lib/course/completion/receipt'
import { lessonDigest } from '@/lib/course/file/digest'
import { judge } from '@/lib/course/file/judge'
import { pathText } from '@/lib/course/file/problem'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { LabRefusal } from '@/lib/lab/refusal'
import { control, labControl } from '../control'
import { answer, parsed } from '../lab-calls'
import { processSigning } from './process-signing'

/** The calls about lessons, one function each. Nothing of what they are sent is kept or logged. */

const NAME = z.string().max(120)
/** Bytes of UTF-8, so that a code stays short. */
const NAME_LIMIT = 72
const LABEL_LIMIT = 48
const MOST_CODES = 500
/** Many times the longest flow: every question is looked up in all of them. */
const MOST_MESSAGES = 300

const ANSWERS = z.strictObject({ plan: z.unknown(), answers: z.record(NAME, NAME) })

/**
 * `POST /api/labs/{lab}/predictions` `{ plan, answers }`: how many answers are what the lab's own messages show, with a
 * receipt.
 */
export const predictionsCall = labControl(async ({ lab, body }) => {
  const { plan: given, answers } = parsed(ANSWERS, body)
  const plan = planOf(given)
  if (lab.exchanges.length > MOST_MESSAGES) {
    throw new LabRefusal(
      409,
      `This lab has more than ${MOST_MESSAGES} messages. Restart the lesson and go through it once.`,
    )
  }
  const found = judgePredictions(plan, answers, lab)
  const graded: Graded = { kind: 'predictions', lesson: lessonDigest(plan), ...found }
  return answer({ ...found, receipt: processSigning().receipt(graded, Date.now()) })
})

const DONE = z.strictObject({
  plan: z.unknown(),
  name: z.string().max(200),
  label: z.string().max(200).default(''),
  /** As the browser counted; a receipt says more. */
  right: z.number().int().min(0).max(100),
  tasks: z.array(NAME).max(50),
  receipts: z.array(z.string().max(1000)).max(50),
})

/** `POST /api/lessons/completion`: a code for what was done, signed by this server. */
export const completionCall = control(async (body) => {
  const { plan: given, ...done } = parsed(DONE, body)
  const plan = planOf(given)
  const { readReceipt, codes } = processSigning()
  const graded = done.receipts.flatMap((one) => readReceipt(one, Date.now()) ?? [])
  const completion: Completion = {
    name: short('name', done.name, NAME_LIMIT, 1),
    label: short('label', done.label, LABEL_LIMIT, 0),
    lesson: lessonDigest(plan),
    title: plan.title,
    at: Math.floor(Date.now() / 1000),
    predictions: predictionsOf(plan, done.right, graded),
    tasks: tasksOf(plan, done.tasks, graded),
  }
  const code = writeCode(completion, codes)
  const read = readCode(code, codes)
  return answer({ code, completion: 'completion' in read ? read.completion : completion } satisfies CompletionAnswer)
})

function predictionsOf(plan: LessonPlan, told: number, graded: readonly Graded[]): Completion['predictions'] {
  const asked = plan.stops.filter(({ question }) => question).length
  const lesson = lessonDigest(plan)
  const found = graded.findLast((one) => one.kind === 'predictions' && one.lesson === lesson)
  return found?.kind === 'predictions'
    ? { right: found.right, asked: found.asked, graded: true }
    : { right: Math.min(told, asked), asked, graded: false }
}

function tasksOf(plan: LessonPlan, told: readonly string[], graded: readonly Graded[]): Completion['tasks'] {
  const proven = new Set(graded.map((one) => (one.kind === 'task' ? one.task : '')))
  const isGraded = (task: LessonPlan['tasks'][number]) => proven.has(taskDigest(plan, task))
  const done = plan.tasks.filter((task) => told.includes(task.id) || isGraded(task))
  return { done: done.length, of: plan.tasks.length, graded: done.filter(isGraded).length }
}

const TO_CHECK = z.strictObject({ pasted: z.string().max(200_000) })

/** `POST /api/lessons/completion/check` `{ pasted }`: what each code in a pasted text says, and whether it is valid. */
export const checkCall = control(async (body) => {
  const { codes } = processSigning()
  const found = splitCodes(parsed(TO_CHECK, body).pasted)
  if (found.length > MOST_CODES)
    throw new LabRefusal(400, `At most ${MOST_CODES} codes are checked at once. Paste fewer.`)
  return answer(found.map((code): Checked => readCode(code, codes)))
})

/** @throws LabRefusal 400 with the first thing that is wrong */
function planOf(given: unknown): LessonPlan {
  const read = judge(given, null)
  if ('plan' in read) return read.plan
  const [fault] = read.faults
  throw new LabRefusal(400, `plan.${pathText(fault?.path ?? []) ?? ''}: ${fault?.what ?? 'not understood'}`)
}

function short(name: string, given: string, most: number, least: number): string {
  const text = given.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  const size = new TextEncoder().encode(text).length
  if (size < least) throw new LabRefusal(400, `${name}: It is empty. Type your name as your instructor knows it.`)
  if (size > most)
    throw new LabRefusal(400, `${name}: It is too long for a code. Write at most ${Math.floor(most / 2)} letters.`)
  return text
}
