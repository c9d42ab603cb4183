import { expect, test } from 'vitest'
import { EVERY_GRANT } from '@/machines/every-grant'
import { partyNames } from '@/machines/kit/party-names'
import { planOf } from '@/machines/kit/plan'
import { answerOf, messageText, whatComesNext } from './question'

test.each(EVERY_GRANT.map((entry) => [entry.slug, entry] as const))(
  '%s: every step can be asked for',
  (_slug, entry) => {
    const names = partyNames(entry.client)
    const steps = planOf({ ...entry, names })
    const places = new Set<number>()
    for (const step of steps) {
      const question = whatComesNext(steps, step.number - 1, names)
      if (!question) throw new Error('There is something to choose from.')
      const texts = question.options.map(({ text }) => text)
      expect(new Set(texts).size, 'no option twice').toBe(texts.length)
      expect(texts.length).toBeGreaterThanOrEqual(3)
      expect(question.answer, 'the answer is not sent along').toBeNull()
      const answer = answerOf(question, step, names)
      expect(answer.text).toBe(messageText(step, names))
      expect(answer.id).toBe(step.key)
      places.add(question.options.findIndex(({ id }) => id === answer.id))
    }
    expect(places.size, 'the answer stands in different places').toBeGreaterThan(1)
    expect(whatComesNext(steps, steps.length, names), 'after the last one').toBeNull()
  },
)
