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
    const row = rowOf(facts, {
      screen,
      y,
      width,
      fromX: xOf(step.from),
      toX: xOf(step.to),
      userX: xOf('user'),
      actX: xOf(screen),
    })
    nodes.push(row.node)
    edges.push(...row.edges)
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

/** Where a step's row stands, in pixels, and where its lines begin and end. */
interface Spot extends Omit<RowNode['data'], 'facts'> {
  /** Whose lane the human acts at. */
  screen: Party
  y: number
  width: number
}

interface Row {
  node: RowNode
  edges: (MessageEdge | ActEdge)[]
}

/** Each step's row as it was laid out last: where nothing changed, React Flow gets the same objects and draws nothing. */
const laidOut = new WeakMap<StepFacts, { at: string; row: Row }>()

function rowOf(facts: StepFacts, spot: Spot): Row {
  const at = Object.values(spot).join(' ')
  const known = laidOut.get(facts)
  if (known?.at === at) return known.row
  const row = newRow(facts, spot)
  laidOut.set(facts, { at, row })
  return row
}

function newRow(facts: StepFacts, { screen, y, width, ...data }: Spot): Row {
  const { number, from, to, human } = facts
  const { fromX, toX, userX, actX } = data
  const line = (startX: number, endX: number) => {
    return { facts, from: { x: startX, y: y + LINE }, to: { x: endX, y: y + LINE } }
  }
  const message: MessageEdge = {
    ...{ id: `message-${number}`, type: 'message', zIndex: 1, data: line(fromX, toX) },
    ...between(from, to),
  }
  const act: ActEdge = {
    ...{ id: `act-${number}`, type: 'act', zIndex: 1, data: line(userX, actX) },
    ...between('user', screen),
  }
  return {
    node: { id: `row-${number}`, type: 'row', data: { facts, ...data }, ...frame(0, y, width, ROW) },
    edges: human ? [message, act] : [message],
  }
}

const between = (from: Party, to: Party) => ({ source: `lane-${from}`, target: `lane-${to}` })

/** Sizes are known beforehand, so that nothing has to be measured. */
function frame(x: number, y: number, width: number, height: number) {
  const size = { width: Math.round(width), height: Math.round(height) }
  return { position: { x, y }, ...size, measured: size, handles: [] }
}
