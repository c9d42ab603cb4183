import { expect, test } from 'vitest'
import { sequenceLayout } from '@/components/diagram/sequence-layout'
import { sampleView } from '@/components/testing/sample-view'
import { keptView } from './kept-view'

test('what did not change is the same object, what did is the new one', () => {
  const before = sampleView({ head: 7 })
  const now = sampleView({ head: 8 })
  const view = keptView(before, now)
  expect(view).toEqual(now)
  expect(view.steps[2]).toBe(before.steps[2])
  expect(view.steps[7]).toBe(now.steps[7])
  expect(view.options).toBe(before.options)
})

test('a view in which nothing changed keeps its list of steps', () => {
  const before = sampleView({ head: 7 })
  expect(keptView(before, sampleView({ head: 7 })).steps).toBe(before.steps)
})

test('a list that became shorter is another one', () => {
  const before = sampleView({ head: 7 })
  const now = { ...before, lanes: before.lanes.slice(1), events: [] }
  expect(keptView(before, now)).toEqual(now)
})

test('the rows and lines of steps that did not change are laid out once', () => {
  const before = sampleView({ head: 7 })
  const view = keptView(before, sampleView({ head: 8 }))
  const layout = ({ steps, lanes, cursor, head }: typeof view) =>
    sequenceLayout({ steps, parties: lanes, cursor, head, width: 800 })
  const [first, second] = [layout(before), layout(view)]
  const named = (id: string) => (one: { id: string }) => one.id === id
  expect(second.nodes.find(named('row-3'))).toBe(first.nodes.find(named('row-3')))
  expect(second.edges.find(named('message-3'))).toBe(first.edges.find(named('message-3')))
  // Number 7 was the current one.
  expect(second.nodes.find(named('row-7'))).not.toBe(first.nodes.find(named('row-7')))
})
