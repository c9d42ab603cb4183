import { describe, expect, test } from 'vitest'
import { evidenceAt } from '@/components/learn/predict/judging'
import { createTestLab } from '@/lib/testing/lab'
import { carriedByRequest, carriedByResponse } from '@/lib/wire/secrets'
import { CATALOGUE } from '@/machines/catalogue'
import { loadedGrant } from '@/machines/every-grant'
import { partyNames } from '@/machines/kit/party-names'
import { has, onTheWire } from '@/machines/kit/reading'
import { rehearse } from '@/machines/kit/rehearsal'
import type { Step } from '@/machines/kit/step'
import { projectSteps } from '@/machines/kit/steps'
import { holds } from '../claim'
import type { LessonPlan, Prediction } from '../lesson-plan'
import { PLANS } from '.'
import { USUALLY } from './built-in'

const questionsOf = ({ stops }: LessonPlan): Prediction[] => stops.flatMap(({ question }) => question ?? [])

interface Played {
  /** Options that hold at each stop, by the question's id: judged as soon as the step is there, as the player does. */
  came: Map<string, string[]>
  /** Steps that were not what usually comes when they came: nothing can be asked before them. */
  surprises: string[]
}

async function played({ flow, options, stops }: LessonPlan): Promise<Played> {
  const entry = loadedGrant(flow)
  const lab = await createTestLab(entry.lab(options))
  const run = rehearse(entry.machine, lab)
  const came = new Map<string, string[]>()
  const surprises: string[] = []
  const look = () => {
    const { castSecrets, timeline } = lab.lab
    const steps = stepsNow()
    for (const { step, question } of stops) {
      const there = steps.find(({ id }) => id === step)
      const evidence = there && evidenceAt({ steps, castSecrets, timeline }, there)
      if (!question || !evidence || came.has(question.id)) continue
      const true_ = question.options.filter(({ claim }) => holds(claim, evidence)).map(({ id }) => id)
      came.set(question.id, true_)
    }
  }
  const stepsNow = (): Step[] => {
    const { exchanges, castSecrets } = lab.lab
    const known = [...castSecrets, ...exchanges.flatMap(({ secrets }) => secrets)]
    return projectSteps({
      ...{ machine: entry.machine, lesson: entry.lesson, names: partyNames(entry.client), exchanges },
      ...{ snapshot: run.snapshot(), onTheWire: onTheWire(run.snapshot()) },
      secrets: {
        request: (exchange) => carriedByRequest(exchange, known),
        response: (exchange) => carriedByResponse(exchange, known),
      },
    })
  }
  for (let presses = 0; presses < 60 && !has(run.snapshot(), 'done'); presses += 1) {
    const before = stepsNow()
    const head = before.filter(({ state }) => state !== 'planned').length
    await run.press()
    const first = stepsNow()[head]?.id
    if (first !== undefined && first !== before[head]?.id) surprises.push(first)
    look()
  }
  return { came, surprises }
}

test('every flow of the catalogue has its lesson', () => {
  expect(PLANS.map(({ flow }) => flow).toSorted()).toEqual(CATALOGUE.map(({ slug }) => slug).toSorted())
  expect(new Set(PLANS.map(({ id }) => id)).size).toBe(PLANS.length)
})

describe.each(PLANS.map((plan) => [plan.id, plan] as const))('%s', (_, plan) => {
  test('asks two to four short questions of more than one kind', () => {
    const questions = questionsOf(plan)
    expect(questions.length).toBeGreaterThanOrEqual(2)
    expect(questions.length).toBeLessThanOrEqual(4)
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
    expect(new Set(questions.map(({ kind }) => kind)).size).toBeGreaterThan(1)
    for (const { text, options } of questions) {
      expect(text).toMatch(/^[^.?]+\?$/)
      expect(text.split(' ').length).toBeLessThanOrEqual(20)
      expect(options.length).toBeGreaterThanOrEqual(2)
      expect(options.length).toBeLessThanOrEqual(4)
      expect(new Set(options.map(({ id }) => id)).size).toBe(options.length)
      for (const option of options) {
        expect(option.text.length).toBeLessThanOrEqual(64)
        expect(option.why).toMatch(/^[^.].*\.$/)
        expect(option.why.split(' ').length).toBeLessThanOrEqual(26)
      }
    }
  })

  test('in an honest run exactly one answer comes true, and every other one says why it does not', async () => {
    const { came, surprises } = await played(plan)
    expect(surprises.filter((id) => plan.stops.some(({ step }) => step === id))).toEqual([])
    for (const { id, options } of questionsOf(plan)) {
      const right = came.get(id)
      expect(right, `${id} holds`).toHaveLength(1)
      for (const option of options) {
        expect(option.why === USUALLY, `${id}: ${option.id}`).toBe(option.id === right?.[0])
      }
    }
  })
})

test('the right answer is not always the same one of the list', () => {
  const places = PLANS.flatMap(questionsOf).map(({ options }) => options.findIndex(({ why }) => why === USUALLY))
  for (const place of [0, 1, 2]) expect(places.filter((one) => one === place).length).toBeGreaterThan(places.length / 6)
})
