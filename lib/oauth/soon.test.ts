import { expect, test } from 'vitest'
import { allOf, soon, wait } from './soon'

const doubled = soon(function* (given: number | Promise<number>) {
  return 2 * (yield* wait(given))
})

const later = async (value: number) => value

test('what is at hand is answered at once, what is promised later', async () => {
  expect(doubled(2)).toBe(4)
  expect(doubled(later(2))).toBeInstanceOf(Promise)
  expect(await doubled(later(2))).toBe(4)
})

test('one function waits for another, as often as it must', async () => {
  const sum = soon(function* (given: readonly (number | Promise<number>)[]) {
    let total = 0
    for (const one of given) total += yield* wait(doubled(one))
    return total
  })
  expect(sum([1, 2, 3])).toBe(12)
  expect(await sum([1, later(2), 3, later(4)])).toBe(20)
})

test('a failure is thrown at once or rejects, and can be caught inside', async () => {
  const failing = soon(function* (given: number | Promise<number>) {
    if ((yield* wait(given)) > 0) throw new RangeError('too many')
  })
  expect(() => failing(1)).toThrow(RangeError)
  await expect(failing(later(1))).rejects.toThrow(RangeError)
  const careful = soon(function* (given: number | Promise<number>) {
    try {
      yield* wait(failing(given))
      return 'fine'
    } catch {
      return 'caught'
    }
  })
  expect(careful(1)).toBe('caught')
  expect(await careful(later(1))).toBe('caught')
  expect(await careful(Promise.reject(new Error('gone')))).toBe('caught')
})

test('several are there together', async () => {
  expect(allOf([1, 'two', null])).toEqual([1, 'two', null])
  expect(await allOf([1, later(2)])).toEqual([1, 2])
})
