import { expect, test } from 'vitest'
import { paceOf } from './pace'

const MINUTE = 60_000
const talk = (minutes: number, done: number) =>
  paceOf({ elapsed: minutes * MINUTE, planned: 20 * MINUTE, done, steps: 20 })

test('the presenter sees how the talk stands, in words', () => {
  expect(talk(5, 5)).toEqual({ elapsed: '5:00', kind: 'on-time', words: 'on time' })
  expect(talk(5.5, 5).words, 'half a minute is no difference').toBe('on time')
  expect(talk(5, 9)).toMatchObject({ kind: 'ahead', words: '4 minutes ahead' })
  expect(talk(7, 6)).toMatchObject({ kind: 'behind', words: '1 minute behind' })
  expect(talk(22, 15)).toMatchObject({ kind: 'over', words: '2 minutes over, 5 steps left' })
  expect(talk(22, 20), 'the end was reached').toMatchObject({ kind: 'behind' })
})
