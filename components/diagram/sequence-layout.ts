import type { Edge, Node } from '@xyflow/react'
import { type StepFacts, stepFacts } from '@/components/transcript/facts'
import type { Party } from '@/lib/oauth/parties'
import { PHASES, type Phase } from '@/machines/kit/meta'
import type { Step } from '@/machines/kit/step'
import { HANDLES, type Point } from './handles'

export const ROW = 60
/** Where in its row a message's line runs. */
export const LINE = 32
const PHASE = 30
const BOTTOM = 16

export type LaneNode = Node<{ party: Party }, 'lane'>
export type PhaseNode = Node<{ phase: Phase; goal: string }, 'phase'>
export type RowNode = Node<{ facts: StepFacts; fromX: number; toX: number; userX: number; actX: number }, 'row'>
export type MessageEdge = Edge<{ facts: StepFacts; from: Point; to: Point }, 'message'>
export type ActEdge = Edge<{ facts: StepFacts; from: Point; to: Point }, 'act'>

export interface SequenceLayout {
  lanes: { party: Party; x: number; pitch: number }[]
  nodes: (LaneNode | PhaseNode | RowNode)[]
  edges: (MessageEdge | ActEdge)[]
  height: number
  /** Top of each step's row, by number. */
  tops: ReadonlyMap<number, number>
}

export interface SequenceInput {
  steps: readonly Step[]
  /** Who has a lane, from left to right. */
  parties: readonly Party[]
  cursor: number
  head: number
  /** Pixels. */
  width: number
  /** Pixels that the lanes reach down at least; left out: as far as there are steps. */
  leastHeight?: number
}

/** Lanes, phase headings, rows and messages of a run: arithmetic over its steps. */
export function sequenceLayout({
  steps,
  parties,
  cursor,
  head,
  width,
  leastHeight = 0,
}: SequenceInput): SequenceLayout {
  const pitch = width / parties.length
  const lanes = parties.map((party, at) => ({ party, x: Math.round((at + 0.5) * pitch), pitch }))
  const xOf = (party: Party) => lanes.find((lane) => lane.party === party)?.x ?? 0

  const tops = new Map<number, number>()
  const nodes: (PhaseNode | RowNode)[] = []
  const edges: (MessageEdge | ActEdge)[] = []
  let y = 0
  let phase: Phase | null = null
  for (const step of steps) {
    if (step.phase !== phase) {
      phase = step.phase
      nodes.push({
        id: `phase-${step.number}`,
        type: 'phase',
        data: { phase, goal: PHASES[phase] },
        ...frame(0, y, width, PHASE),
      })
      y += PHASE
    }
    tops.set(step.number, y)
    const facts = stepFacts(step, cursor, head)
    const screen = parties.includes('browser') ? 'browser' : step.from
    const data = { facts, fromX: xOf(step.from), toX: xOf(step.to), userX: xOf('user'), actX: xOf(screen) }
    nodes.push({ id: `row-${step.number}`, type: 'row', data, ...frame(0, y, width, ROW) })
    const edge = <Kind extends 'message' | 'act'>(type: Kind, from: Party, to: Party) => ({
      id: `${type}-${step.number}`,
      type,
      source: `lane-${from}`,
      target: `lane-${to}`,
      data: { facts, from: { x: xOf(from), y: y + LINE }, to: { x: xOf(to), y: y + LINE } },
      zIndex: 1,
    })
    edges.push(edge('message', step.from, step.to))
    if (step.human) edges.push(edge('act', 'user', screen))
    y += ROW
  }

  const height = Math.max(y + BOTTOM, leastHeight)
  const laneNodes = lanes.map(
    ({ party, x }): LaneNode => ({
      id: `lane-${party}`,
      type: 'lane',
      data: { party },
      ...frame(x - 1, 0, 2, height),
      zIndex: -1,
      handles: HANDLES,
    }),
  )
  return { lanes, nodes: [...laneNodes, ...nodes], edges, height, tops }
}

/** Sizes are known beforehand, so that nothing has to be measured. */
function frame(x: number, y: number, width: number, height: number) {
  const size = { width: Math.round(width), height: Math.round(height) }
  return { position: { x, y }, ...size, measured: size, handles: [] }
}
