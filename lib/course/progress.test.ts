import { describe, expect, test } from 'vitest'
import {
  type Answer,
  type LessonProgress,
  merged,
  missed,
  NO_PROGRESS,
  NOT_OPENED,
  type Progress,
  readProgress,
  withAnswer,
  withLesson,
  writeProgress,
} from './progress'

const at = (minute: number) => `2026-11-23T10:${String(minute).padStart(2, '0')}:00Z`
const answer = (option: string, minute: number): Answer => ({ option, came: 'code', sure: true, at: at(minute) })
const of = (lesson: Partial<LessonProgress>): Progress => ({
  ...NO_PROGRESS,
  lessons: { 'authorization-code': { ...NOT_OPENED, ...lesson } },
})

describe('what was written is read again', () => {
  const progress = of({ ...withAnswer(NOT_OPENED, 'q', answer('token', 1)), tasks: { t: at(2) }, finished: at(3) })

  test('as it was', () => expect(readProgress(writeProgress(progress))).toEqual(progress))

  test.each([
    ['no JSON', '{'],
    ['something else', '{"photos":[]}'],
    ['a list', '[]'],
    ['another kind of answer', writeProgress(progress).replace('"sure": true', '"sure": "yes"')],
    ['a time that is none', writeProgress(progress).replaceAll(at(3), 'soon')],
    ['too much', `{"version":1,"lessons":{}${' '.repeat(1_000_000)}}`],
  ])('but not %s', (_, text) => expect(readProgress(text)).toBe('foreign'))

  test('and a later app is recognised', () => {
    expect(readProgress('{"version":2,"lessons":{"a":"all is different"}}')).toBe('newer')
  })

  test('a name that is special in JavaScript does no harm', () => {
    const text = `{"version":1,"lessons":{"__proto__":${JSON.stringify(NOT_OPENED)}}}`
    const found = readProgress(text)
    expect(typeof found === 'string' ? found : Object.getPrototypeOf(found.lessons)).toBe(Object.prototype)
  })
})

describe('two progresses together', () => {
  const one = of({
    ...{ opened: at(9), reached: { step: 5, of: 20 }, finished: null, tasks: { t: at(8), u: at(8) } },
    predictions: { q: { first: answer('token', 4), last: answer('code', 5) } },
  })
  const other = of({
    ...{ opened: at(7), reached: { step: 20, of: 20 }, finished: at(7), tasks: { t: at(6) } },
    predictions: {
      q: { first: answer('word', 1), last: answer('word', 2) },
      r: { first: answer('a', 2), last: answer('a', 2) },
    },
  })

  test.each([
    ['one way', merged(one, other)],
    ['the other way', merged(other, one)],
  ])('lose nothing, %s', (_, both) => {
    expect(both).toEqual(
      of({
        ...{ opened: at(9), reached: { step: 20, of: 20 }, finished: at(7), tasks: { t: at(6), u: at(8) } },
        predictions: {
          q: { first: answer('word', 1), last: answer('code', 5) },
          r: { first: answer('a', 2), last: answer('a', 2) },
        },
      }),
    )
  })

  test('of different lessons stand side by side', () => {
    const elsewhere = withLesson(NO_PROGRESS, 'of-a-file', (lesson) => ({ ...lesson, opened: at(1) }))
    expect(Object.keys(merged(one, elsewhere).lessons).toSorted()).toEqual(['authorization-code', 'of-a-file'])
  })
})

test('the first answer stays, the last one counts', () => {
  const twice = withAnswer(withAnswer(NOT_OPENED, 'q', answer('token', 1)), 'q', answer('code', 2))
  expect(twice.predictions.q).toEqual({ first: answer('token', 1), last: answer('code', 2) })
  expect(missed({ first: answer('code', 1), last: answer('token', 2) })).toBe(true)
  expect(missed({ first: answer('token', 1), last: answer('code', 2) })).toBe(false)
})
