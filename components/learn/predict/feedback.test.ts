import { expect, test } from 'vitest'
import type { Prediction } from '@/lib/course/lesson-plan'
import { verdictOf } from './feedback'
import type { Said } from './sitting'

const question: Prediction = {
  ...{ id: 'q', kind: 'next-message', text: 'What comes?' },
  options: [
    { id: 'form', text: 'A form', claim: { message: { status: 200 } }, why: 'It must not learn the password.' },
    { id: 'redirect', text: 'A redirect', claim: { message: { status: 303 } }, why: 'Usually.' },
  ],
}
const said = (option: string, came: string | null): Said => ({ said: 'option', option, sure: true, at: 2, came })

test('who was right hears so', () => {
  expect(verdictOf(question, said('redirect', 'redirect'), '303 → /authorize')).toMatchObject({
    right: true,
    lead: 'As you said: “A redirect”.',
  })
})

test('who was not hears why, and the answer', () => {
  const { right, lead, text } = verdictOf(question, said('form', 'redirect'), '303 → /authorize')
  expect({ right, lead }).toEqual({ right: false, lead: 'You said “A form”.' })
  expect(text).toBe('It must not learn the password. The answer: “A redirect”.')
})

test('where the learner changed the message, what came is named', () => {
  expect(verdictOf(question, said('form', null), '400 Bad Request').lead).toBe('None of these: 400 Bad Request came.')
})
