import { expect, it } from 'vitest'
import { clockTime, duration, fullTime, momentText, relative } from './lab-time'

const NOON = Date.UTC(2026, 10, 23, 12, 0, 5)

it('tells the time of day in UTC, so that a class reads the same', () => {
  expect(clockTime(NOON)).toBe('12:00:05')
  expect(fullTime(NOON)).toBe('23 Nov 2026, 12:00:05 UTC')
})

it('adds the date, and the year, only where they differ', () => {
  expect(momentText(NOON + 1000, NOON)).toBe('12:00:06')
  expect(momentText(NOON + 86_400_000, NOON)).toBe('24 Nov, 12:00:05')
  expect(momentText(NOON + 60 * 86_400_000, NOON)).toBe('22 Jan 2027, 12:00:05')
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
