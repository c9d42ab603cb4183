import { expect, test } from 'vitest'
import { NOT_OPENED, withAnswer } from '@/lib/course/progress'
import { standingOf } from './standing-words'

const parts = { lesson: 'device', questions: ['one', 'two'], tasks: ['break'] }
const answer = (option: string) => ({ option, came: 'b', sure: true, at: '2026-11-23T10:00:00Z' })
const wordsOf = (progress: typeof NOT_OPENED) => standingOf(parts, progress).map(({ text }) => text)

test('nothing is said of a lesson nobody began', () => expect(wordsOf(NOT_OPENED)).toEqual([]))

test('how far one came, until its end was seen', () => {
  const begun = { ...NOT_OPENED, reached: { step: 5, of: 20 } }
  expect(wordsOf(begun)).toEqual(['Step 5 of 20'])
  expect(wordsOf({ ...begun, finished: '2026-11-23T10:00:00Z' })).toEqual(['Seen'])
})

test('what was predicted, missed and done; questions and tasks it no longer has do not count', () => {
  const answered = ['one', 'old'].reduce((progress, id) => withAnswer(progress, id, answer('b')), NOT_OPENED)
  const progress = {
    ...withAnswer(answered, 'two', answer('a')),
    tasks: { break: '2026-11-23T10:00:00Z', old: '2026-11-23T10:00:00Z' },
  }
  expect(wordsOf(progress)).toEqual(['1 predicted', '1 to look at again', '1 task done'])
})
