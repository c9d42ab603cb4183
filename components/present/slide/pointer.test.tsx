// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useVanishing } from './pointer'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('ink is gone after three seconds, and does not come back with the next state that is told', () => {
  const ink = { stroke: 1, points: [{ x: 0.1, y: 0.2 }] }
  const { result, rerender } = renderHook(useVanishing, { initialProps: ink })
  expect(result.current).toEqual([ink])
  act(() => vi.advanceTimersByTime(3000))
  expect(result.current).toEqual([])
  rerender(structuredClone(ink))
  expect(result.current).toEqual([])
  rerender({ ...ink, points: [...ink.points, { x: 0.3, y: 0.3 }] })
  expect(result.current, 'drawn on').toHaveLength(1)
})
