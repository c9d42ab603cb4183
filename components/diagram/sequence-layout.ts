import type { Edge, Node } from '@xyflow/react'
import { type StepFacts, stepFacts } from '@/components/transcript/facts'
import type { Party } from '@/lib/oauth/parties'
import { PHASES, type Phase } from '@/machines/kit/meta'
import type { Step } from '@/machines/kit/step'
import { type End, handlesOf } from './ends'
import { lanesOf } from './key-ring'

export const ROW = 60
/** Where in its row a message's line runs. */
export const LINE = 32
const PHASE = 30
const BOTTOM = 16

export type LaneNode = Node<{ party: Party; ends: End[] }, 'lane'>
export type PhaseNode = Node<{ phase: Phase; goal: string }, 'phase'>
export type RowNode = Node<{ facts: StepFacts; fromX: number; toX: number; userX: number; browserX: number }, 'row'>
export type MessageEdge = Edge<{ facts: StepFacts }, 'message'>
export type ActEdge = Edge<{ facts: StepFacts }, 'act'>

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
  cursor: number
  head: number
  /** Pixels. */
  width: number
}

/** Lanes, phase headings, rows and messages of a run: arithmetic over its steps. */
export function sequenceLayout({ steps, cursor, head, width }: SequenceInput): SequenceLayout {
  const parties = lanesOf(steps)
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
    const data = { facts, fromX: xOf(step.from), toX: xOf(step.to), userX: xOf('user'), browserX: xOf('browser') }
    nodes.push({ id: `row-${step.number}`, type: 'row', data, ...frame(0, y, width, ROW) })
    edges.push(edge('message', step.from, step.to, facts))
    if (step.human) edges.push(edge('act', 'user', 'browser', facts))
    y += ROW
  }

  const height = y + BOTTOM
  const laneNodes = lanes.map(({ party, x }): LaneNode => {
    const ends = endsOn(`lane-${party}`, edges, tops)
    return {
      id: `lane-${party}`,
      type: 'lane',
      data: { party, ends },
      ...frame(x - 1, 0, 2, height),
      zIndex: -1,
      handles: handlesOf(ends),
    }
  })
  return { lanes, nodes: [...laneNodes, ...nodes], edges, height, tops }
}

/** Sizes are known beforehand, so that nothing has to be measured. */
function frame(x: number, y: number, width: number, height: number) {
  const size = { width: Math.round(width), height: Math.round(height) }
  return { position: { x, y }, ...size, measured: size, handles: [] }
}

/** Where messages leave and reach a lane: in the middle of their rows. */
function endsOn(lane: string, edges: readonly (MessageEdge | ActEdge)[], tops: ReadonlyMap<number, number>): End[] {
  return edges.flatMap(({ id, source, target, data }): End[] => {
    const y = (tops.get(data?.facts.number ?? 0) ?? 0) + LINE
    return [
      ...(source === lane ? [{ id, type: 'source' as const, x: 1, y }] : []),
      ...(target === lane ? [{ id, type: 'target' as const, x: 1, y }] : []),
    ]
  })
}

function edge<Kind extends 'message' | 'act'>(type: Kind, from: Party, to: Party, facts: StepFacts) {
  const id = `${type}-${facts.number}`
  return {
    id,
    type,
    source: `lane-${from}`,
    target: `lane-${to}`,
    sourceHandle: id,
    targetHandle: id,
    data: { facts },
    zIndex: 1,
  }
}
