import { expect, test } from 'vitest'
import { sampleSteps } from '@/components/testing/sample-steps'
import { SAMPLE_LANES } from '@/components/testing/sample-view'
import { LINE, ROW, sequenceLayout } from './sequence-layout'

const steps = sampleSteps(14)
const layout = sequenceLayout({ steps, parties: SAMPLE_LANES, cursor: 13, head: 14, width: 750 })

test('the lanes stand in the order given, evenly', () => {
  expect(layout.lanes.map(({ party }) => party)).toEqual([
    'user',
    'browser',
    'client',
    'authorization-server',
    'resource-server',
  ])
  expect(layout.lanes.map(({ x }) => x)).toEqual([75, 225, 375, 525, 675])
})

test('each step has one row, below the one before', () => {
  const tops = steps.map(({ number }) => layout.tops.get(number) ?? Number.NaN)
  expect(tops).toHaveLength(18)
  for (const [at, top] of tops.slice(1).entries()) expect(top - (tops[at] ?? 0)).toBeGreaterThanOrEqual(ROW)
  expect(layout.nodes.filter(({ type }) => type === 'row')).toHaveLength(18)
})

test('a phase heading stands where a phase begins', () => {
  const goals = layout.nodes.flatMap((node) => (node.type === 'phase' ? [node.data.goal] : []))
  expect(goals).toEqual([
    'Ask for access',
    'Let the user decide',
    'Bring the answer back',
    'Trade the code for tokens',
    'Use the access',
  ])
})

test('a message goes from its sender’s lane to its receiver’s, through the middle of its row', () => {
  const x = new Map(layout.lanes.map((lane) => [`lane-${lane.party}`, lane.x]))
  for (const { source, target, data } of layout.edges) {
    const y = (layout.tops.get(data?.facts.number ?? 0) ?? Number.NaN) + LINE
    expect(data?.from).toEqual({ x: x.get(source), y })
    expect(data?.to).toEqual({ x: x.get(target), y })
  }
  const token = layout.edges.find(({ id }) => id === 'message-13')
  expect([token?.source, token?.target]).toEqual(['lane-client', 'lane-authorization-server'])
  const answer = layout.edges.find(({ id }) => id === 'message-14')
  expect([answer?.source, answer?.target]).toEqual(['lane-authorization-server', 'lane-client'])
})

test('what the human does is drawn from her lane to her browser’s', () => {
  const acts = layout.edges.filter(({ type }) => type === 'act')
  expect(acts.map(({ id }) => id)).toEqual(['act-1', 'act-5', 'act-9'])
  expect(acts.every(({ source, target }) => source === 'lane-user' && target === 'lane-browser')).toBe(true)
})

test('where no browser takes part, the human acts at the sender itself', () => {
  const parties = ['user', 'client', 'authorization-server', 'resource-server'] as const
  const { edges } = sequenceLayout({
    steps: steps.slice(12, 14).map(asHuman),
    parties,
    cursor: 13,
    head: 14,
    width: 750,
  })
  expect(edges.filter(({ type }) => type === 'act').map(({ target }) => target)).toEqual([
    'lane-client',
    'lane-authorization-server',
  ])
})

const asHuman = (step: (typeof steps)[number]) => ({ ...step, human: 'types her password' })

test('lanes reach down at least as far as asked for, and always past the last row', () => {
  const lanesOf = (leastHeight: number) => {
    const { nodes, height } = sequenceLayout({
      ...{ steps, parties: SAMPLE_LANES, cursor: 1, head: 1, width: 750 },
      leastHeight,
    })
    return { height, lane: nodes.find(({ type }) => type === 'lane')?.height }
  }
  expect(lanesOf(5000)).toEqual({ height: 5000, lane: 5000 })
  expect(lanesOf(10).height).toBe(layout.height)
})
