import { describe, expect, it } from 'vitest'
import type { ChartState, ChartTransition } from '@/machines/kit/chart'
import { layoutChart, nearbyStates, type Pass } from './layout'
import { eventWords } from './words'

const to = (target: string, event = 'answer', possible = false, guard: string | null = null): ChartTransition => ({
  event,
  guard,
  target,
  possible,
})
const state = (path: string, transitions: ChartTransition[], more: Partial<ChartState> = {}): ChartState => ({
  path,
  title: path,
  kind: 'rest',
  tags: [],
  current: false,
  visited: false,
  transitions,
  ...more,
})

/** a → b (down), b → c (down) and back to a, c → a and d, d. */
const STATES = [
  state('a', [to('b', 'learner.next')], { visited: true }),
  state('b', [to('c', 'learner.next', true), to('a', 'learner.again', true)], { current: true, visited: true }),
  state('c', [to('a'), to('d')]),
  state('d', []),
]

describe('the chart’s layout', () => {
  const { boxes, lanes } = layoutChart(STATES)
  const passes = (path: string, row: number | null): Pass[] => {
    const box = boxes.find((one) => one.state.path === path)
    return (row === null ? box?.title : box?.rows[row]?.passes) ?? []
  }

  it('draws a transition to the next box straight down, without a rail', () => {
    expect(boxes.map(({ leadsDown }) => leadsDown)).toEqual(['drawn', 'possible', 'drawn', null])
    expect(lanes).toBe(1)
  })

  it('merges the ways to one state into one rail that ends in its title', () => {
    expect(passes('a', null)).toEqual([{ lane: 0, above: false, below: true, joins: 'in', possible: true }])
    expect(passes('b', 1)).toEqual([{ lane: 0, above: true, below: true, joins: 'out', possible: true }])
    expect(passes('c', 0)).toEqual([{ lane: 0, above: true, below: false, joins: 'out', possible: false }])
  })

  it('lets the rail pass lines in between, and only them', () => {
    expect(passes('b', 0)).toEqual([{ lane: 0, above: true, below: true, joins: null, possible: true }])
    expect(passes('d', null)).toEqual([])
  })

  it('never lets two rails share a lane where both run', () => {
    const crossing = ['a', 'b', 'c', 'd', 'e'].map((path, index, all) =>
      state(
        path,
        all.filter((_, other) => Math.abs(other - index) > 1).map((target) => to(target)),
      ),
    )
    const layout = layoutChart(crossing)
    for (const { title, rows } of layout.boxes) {
      for (const line of [title, ...rows.map((row) => row.passes)]) {
        expect(new Set(line.map(({ lane }) => lane)).size).toBe(line.length)
      }
    }
  })

  it('shows near states: visited, current and what the current one leads to', () => {
    expect(nearbyStates({ id: 'x', states: STATES }).map(({ path }) => path)).toEqual(['a', 'b', 'c'])
  })
})

describe('events in words', () => {
  it.each<[string, ChartTransition[]]>([
    ['user.approve or user.deny', [to('x', 'user.approve'), to('x', 'user.deny')]],
    ['answer: tokens or nothing', [to('x', 'answer', false, 'tokens'), to('x', 'answer', false, 'nothing')]],
    ['any other answer', [to('x')]],
    ['answer: app-page or any other answer', [to('x', 'answer', false, 'app-page'), to('x')]],
  ])('%s', (words, transitions) => {
    expect(eventWords(transitions)).toBe(words)
  })
})
