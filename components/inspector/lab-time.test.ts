import { expect, it } from 'vitest'
import { clockTime, duration, fullTime, relative } from './lab-time'

const NOON = Date.UTC(2026, 10, 23, 12, 0, 5)

it('tells the time of day in UTC, so that a class reads the same', () => {
  expect(clockTime(NOON)).toBe('12:00:05')
  expect(fullTime(NOON)).toBe('23 Nov 2026, 12:00:05 UTC')
})

it.each([
  [0, '0 s'],
  [-5000, '0 s'],
  [59_400, '59 s'],
  [60_000, '1 min'],
  [298_000, '4 min 58 s'],
  [3_600_000, '1 h'],
  [3_660_000, '1 h 1 min'],
  [90_061_000, '1 d 1 h'],
])('%i ms last %s', (milliseconds, words) => {
  expect(duration(milliseconds)).toBe(words)
})

it('says before and after', () => {
  expect(relative(NOON + 90_000, NOON)).toBe('in 1 min 30 s')
  expect(relative(NOON - 2000, NOON)).toBe('2 s ago')
  expect(relative(NOON + 100, NOON)).toBe('now')
})
