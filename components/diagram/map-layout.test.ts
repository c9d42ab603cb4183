import { expect, test } from 'vitest'
import { sampleSteps } from '@/components/testing/sample-steps'
import { SAMPLE_LANES } from '@/components/testing/sample-view'
import { mapLayout } from './map-layout'

const steps = sampleSteps(14)
const layout = mapLayout({ steps, parties: SAMPLE_LANES, cursor: 14, head: 14, width: 776, height: 560 })

test('one edge a channel between two parties', () => {
  expect(layout.edges.map(({ id }) => id).sort()).toEqual([
    'back-client-authorization-server',
    'back-client-resource-server',
    'front-browser-authorization-server',
    'front-browser-client',
    'human-user-browser',
  ])
})

test('every message stands on exactly one channel', () => {
  const numbers = layout.nodes.flatMap((node) =>
    node.type === 'messages' && node.data.link !== 'human' ? node.data.facts.map(({ number }) => number) : [],
  )
  expect(numbers.sort((a, b) => a - b)).toEqual(steps.map(({ number }) => number))
})

test('the current message is on its channel only, in its own direction', () => {
  const current = layout.edges.filter(({ data }) => data?.current)
  expect(current.map(({ id }) => id)).toEqual(['back-client-authorization-server'])
  // From the authorization server, above, down to the client.
  expect(current[0]?.data?.from.y).toBeLessThan(current[0]?.data?.to.y ?? 0)
})

test('no party stands outside the picture or on another', () => {
  const boxes = layout.nodes.flatMap((node) => (node.type === 'party' ? [node] : []))
  for (const box of boxes) {
    expect(box.position.x).toBeGreaterThanOrEqual(0)
    expect(box.position.x + (box.width ?? 0)).toBeLessThanOrEqual(776)
    for (const other of boxes.filter(({ id }) => id !== box.id)) {
      const apart =
        Math.abs(box.position.x - other.position.x) >= (box.width ?? 0) ||
        Math.abs(box.position.y - other.position.y) >= (box.height ?? 0)
      expect(apart).toBe(true)
    }
  }
})

test('without a user, the client stands at the left, clear of both servers', () => {
  const parties = ['client', 'authorization-server', 'resource-server'] as const
  const { nodes, edges } = mapLayout({ steps: steps.slice(12), parties, cursor: 0, head: 0, width: 776, height: 560 })
  const left = nodes.filter(({ type }) => type === 'party').toSorted((one, other) => one.position.x - other.position.x)
  expect(left.map(({ id }) => id)).toEqual(['client', 'authorization-server', 'resource-server'])
  expect(edges.map(({ id }) => id)).toContain('back-client-resource-server')
})
