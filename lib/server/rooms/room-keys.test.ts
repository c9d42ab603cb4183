import { expect, test } from 'vitest'
import { clickerKeyOf, isClickerKey, isPresenterKey, keptOf } from './room-keys'

test('each key opens its own door only', () => {
  const key = 'the presenter’s'
  const kept = keptOf(key)
  const clicker = clickerKeyOf(key)
  expect(isPresenterKey(key, kept)).toBe(true)
  expect(isClickerKey(clicker, kept)).toBe(true)
  expect(isPresenterKey(clicker, kept), 'who clicks cannot present').toBe(false)
  expect(isClickerKey(key, kept)).toBe(false)
  for (const wrong of [null, '', kept, clicker.slice(1)]) {
    expect(isPresenterKey(wrong, kept)).toBe(false)
    expect(isClickerKey(wrong, kept)).toBe(false)
  }
})
