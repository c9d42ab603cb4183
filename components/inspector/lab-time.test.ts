import { describe, expect, it, test } from 'vitest'
import { clockTime, duration, fullTime, momentText, numericDate, relative } from './lab-time'

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

describe('numbers that somebody sent as a time', () => {
  const NOW = Date.UTC(2026, 10, 23)

  test.each([8.64e15 + 1, 1e17, -1e17, Number.NaN, Number.POSITIVE_INFINITY, Date.UTC(9999, 11, 31) + 86_400_000])(
    '%d is not a date, and nothing breaks',
    (milliseconds) => {
      for (const text of [clockTime(milliseconds), fullTime(milliseconds), momentText(milliseconds, NOW)]) {
        expect(text).toBe('not a date')
      }
    },
  )

  test('a NumericDate counts seconds', () => {
    expect(numericDate(NOW / 1000 - 2, NOW)).toBe('22 Nov 2026, 23:59:58 UTC, 2 s ago')
    expect(numericDate(NOW / 1000, null)).toBe('23 Nov 2026, 00:00:00 UTC')
  })

  test('one that counts milliseconds is told; microseconds are no date', () => {
    expect(numericDate(NOW, NOW)).toMatch(/^counted in milliseconds/)
    expect(numericDate(NOW * 1000 + 1, NOW)).toBe('not a date')
  })
})
