import { describe, expect, test } from 'vitest'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { NOT_OPENED, withAnswer } from '@/lib/course/progress'
import type { Step } from '@/machines/kit/step'
import { dueOf, newSitting, type Standing, shownOf } from './asking'
import type { Said, Sitting } from './sitting'

const steps = ['ask', 'asked', 'sign-in', 'signed-in', 'token', 'tokens'].map((id) => ({ id })) as Step[]

const question = (id: string) => ({ id, kind: 'next-message' as const, text: 'What comes?', options: [] })
const plan: Pick<LessonPlan, 'stops'> = {
  stops: [
    { step: 'asked', question: question('one') },
    { step: 'sign-in', note: 'look' },
    { step: 'tokens', question: question('two') },
  ],
}
const NEW: Sitting = { answers: {}, again: {}, seen: 0 }
const at = (cursor: number, rest: Partial<Standing> = {}): Standing => ({
  steps,
  head: cursor,
  cursor,
  ended: false,
  ...rest,
})
const said = (option: string, at: number): Said => ({ said: 'option', option, sure: true, at, came: 'b' })
const missedOne: Sitting = { ...NEW, answers: { one: said('a', 2) }, seen: 2 }

describe('a question is asked', () => {
  test('just before its step, and not elsewhere', () => {
    expect(dueOf(plan, NEW, at(0))).toBeNull()
    expect(dueOf(plan, NEW, at(1))).toMatchObject({ round: 'answers', question: { id: 'one' } })
    expect(dueOf(plan, { ...missedOne, answers: { one: said('b', 2) } }, at(1))).toBeNull()
  })

  test('not when an earlier step is looked at again', () => {
    const answered = { ...NEW, answers: { one: said('b', 2) }, seen: 3 }
    expect(dueOf(plan, answered, at(1, { head: 3 }))).toBeNull()
  })

  test('not when it was skipped, or is known from an earlier visit', () => {
    expect(dueOf(plan, { ...NEW, answers: { one: { said: 'skipped' } } }, at(1))).toBeNull()
    expect(dueOf(plan, { ...NEW, answers: { one: { said: 'known' } } }, at(1))).toBeNull()
  })
})

describe('what may be seen', () => {
  test('ends before an open question, whatever has happened', () => {
    expect(shownOf(plan, { ...NEW, seen: 5 }, at(1, { head: 4 }))).toBe(1)
  })

  test('grows by the steps looked at, not by those recorded', () => {
    const answered = { ...NEW, answers: { one: said('b', 2) }, seen: 1 }
    expect(shownOf(plan, answered, at(2, { head: 4 }))).toBe(2)
    expect(shownOf(plan, { ...answered, seen: 3 }, at(2, { head: 4 }))).toBe(3)
  })
})

describe('a missed question', () => {
  test('returns once, a few steps later, where nothing else is asked', () => {
    const early = { ...missedOne, answers: { one: said('a', 1) } }
    expect(dueOf(plan, early, at(3))).toBeNull()
    expect(dueOf(plan, early, at(4))).toMatchObject({ round: 'again', question: { id: 'one' } })
    expect(dueOf(plan, early, at(5))).toMatchObject({ round: 'answers', question: { id: 'two' } })
    expect(dueOf(plan, { ...missedOne, again: { one: said('a', 4) } }, at(4))).toBeNull()
    expect(dueOf(plan, { ...missedOne, again: { one: { said: 'skipped' } } }, at(6))).toBeNull()
  })

  test('does not return on the step that shows another answer, except at the end', () => {
    const both = { ...missedOne, answers: { ...missedOne.answers, two: said('b', 6) }, seen: 6 }
    expect(dueOf(plan, both, at(6))).toBeNull()
    expect(dueOf(plan, both, at(6, { ended: true }))).toMatchObject({ round: 'again', question: { id: 'one' } })
  })

  test('is asked again on the next visit; one that came as said is not', () => {
    const answer = (option: string) => ({ option, came: 'b', sure: true, at: '2026-11-23T10:00:00Z' })
    const before = withAnswer(withAnswer(NOT_OPENED, 'one', answer('a')), 'two', answer('b'))
    const visit = newSitting(plan, before, at(0))
    expect(visit.answers).toEqual({ two: { said: 'known' } })
    expect(dueOf(plan, visit, at(1))).toMatchObject({ round: 'answers', question: { id: 'one' } })
  })
})

test('whoever comes in the middle is not asked about what is over', () => {
  expect(newSitting(plan, NOT_OPENED, at(3)).answers).toEqual({ one: { said: 'skipped' } })
})
