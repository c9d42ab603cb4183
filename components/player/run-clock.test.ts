import { expect, test } from 'vitest'
import { sampleView } from '@/components/testing/sample-view'
import type { Exchange } from '@/lib/wire/exchange'
import { clockText, sinceStart } from './run-clock'

test('the run’s time counts from its first message', () => {
  const view = sampleView({ head: 4 })
  const start = view.steps[0]?.exchange?.at ?? 0
  const later = { ...view.lab, clock: { ...view.lab.clock, now: start + 200_000 } }
  expect(clockText(sinceStart({ ...view, lab: later }))).toBe('T+00:03:20')
})

test('it stands at nothing while the first message lies on the wire', () => {
  const view = sampleView({ head: 1 })
  const [first, ...rest] = view.steps
  const exchange = { ...(first?.exchange as Exchange), at: 0, response: null }
  const steps = first ? [{ ...first, exchange }, ...rest] : []
  expect(sinceStart({ ...view, steps })).toBe(0)
})
