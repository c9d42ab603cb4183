import { expect, test } from 'vitest'
import { change, type Seat, seize } from './seat'
import { openingState } from './state'
import { holds, wishFor } from './wish'

const driver: Seat = { id: 'a', role: 'console', shared: openingState('a', 'authorization-code', {}), heardAt: 0 }
const moved = (seat: Seat, step: string) => change(seat, { step }).seat

test('a wish that comes twice or late is void, whatever it asks for', () => {
  const seen = moved(driver, 'callback')
  const wish = wishFor(seen.shared, 'next')
  expect(holds(wish, seen.shared)).toBe(true)
  const done = moved(seen, 'token-request')
  expect(holds(wish, done.shared), 'the second of two').toBe(false)
  expect(holds(wish, moved(done, 'callback').shared), 'the same step again is another moment').toBe(false)
})

test('what a clicker cannot ask for does not make its wish void', () => {
  const wish = wishFor(driver.shared, 'next')
  const { seat } = change(change(driver, { laser: { x: 0.5, y: 0.5 } }).seat, { view: 'map', step: null })
  expect(holds(wish, seat.shared)).toBe(true)
  expect(holds(wish, change(seat, { black: true }).seat.shared)).toBe(false)
})

test('after a takeover the old wishes are void', () => {
  expect(holds(wishFor(driver.shared, 'next'), seize({ ...driver, id: 'b' }).seat.shared)).toBe(false)
})
