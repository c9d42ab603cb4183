import type { Edge, Node } from '@xyflow/react'
import { type StepFacts, stepFacts } from '@/components/transcript/facts'
import type { Channel, Party } from '@/lib/oauth/parties'
import type { Step } from '@/machines/kit/step'
import { HANDLES, type Point } from './handles'

/** `human`: what Alice does at her browser, which is no message. */
export type Link = Channel | 'human'

export type PartyNode = Node<{ party: Party; involved: boolean; upper: boolean }, 'party'>
export type MessagesNode = Node<
  { facts: StepFacts[]; current: StepFacts | null; link: Link; anchor: Anchor; room: number },
  'messages'
>
export type ChannelEdge = Edge<{ link: Link; current: StepFacts | null; from: Point; to: Point }, 'channel'>

export interface MapLayout {
  nodes: (PartyNode | MessagesNode)[]
  edges: ChannelEdge[]
}

/** Which corner of a box is put at its point: -1 left or top, 0 middle, 1 right or bottom. */
export interface Anchor {
  x: -1 | 0 | 1
  y: -1 | 0 | 1
}

const BOX = { width: 172, height: 60 }
/** Between two links of the same two parties. */
const APART = 30

/** Where the parties stand, in parts of the width and height: RFC 6749, section 1.2, with the browser between. */
const PLACES: Record<Party, Point> = {
  user: { x: 0.12, y: 0.17 },
  browser: { x: 0.42, y: 0.17 },
  client: { x: 0.42, y: 0.8 },
  service: { x: 0.87, y: 0.48 },
  'authorization-server': { x: 0.87, y: 0.17 },
  'resource-server': { x: 0.87, y: 0.8 },
  attacker: { x: 0.12, y: 0.8 },
}

export interface MapInput {
  steps: readonly Step[]
  /** Who takes part, in their fixed order. */
  parties: readonly Party[]
  cursor: number
  head: number
  width: number
  height: number
}

interface Bundle {
  link: Link
  a: Party
  b: Party
  facts: StepFacts[]
}

/** Parties as nodes, one edge a channel between two of them, with its messages' numbers. */
export function mapLayout({ steps, parties, cursor, head, width, height }: MapInput): MapLayout {
  const facts = steps.map((step) => stepFacts(step, cursor, head))
  const now = facts.find(({ time }) => time === 'current') ?? null
  const bundles = bundlesOf(steps, parties, facts)
  const edges: ChannelEdge[] = []
  const messages: MessagesNode[] = []

  for (const bundle of bundles) {
    const { a, b, link } = bundle
    const id = `${link}-${a}-${b}`
    const twins = bundles.filter((other) => other.a === a && other.b === b)
    const shift = (twins.indexOf(bundle) - (twins.length - 1) / 2) * APART
    const [from, to] = between(centre(a, parties, width, height), centre(b, parties, width, height), shift)
    const current = now && bundle.facts.includes(now) ? now : null
    edges.push({
      id,
      type: 'channel',
      source: a,
      target: b,
      data: { link, current, ...(link === 'human' || current?.from !== b ? { from, to } : { from: to, to: from }) },
    })
    messages.push(messagesNode(id, bundle, current, from, to, width))
  }

  const boxes = parties.map((party): PartyNode => {
    const { x, y } = centre(party, parties, width, height)
    const involved = now !== null && [now.from, now.to, ...(now.human ? ['user'] : [])].includes(party)
    return {
      id: party,
      type: 'party',
      data: { party, involved, upper: y < height / 2 },
      position: { x: x - BOX.width / 2, y: y - BOX.height / 2 },
      ...BOX,
      measured: BOX,
      handles: HANDLES,
    }
  })
  return { nodes: [...boxes, ...messages], edges }
}

/** Messages by the two parties and the channel they went through; both directions together. */
function bundlesOf(steps: readonly Step[], order: readonly Party[], facts: readonly StepFacts[]): Bundle[] {
  const bundles = new Map<string, Bundle>()
  const add = (link: Link, one: Party, other: Party, fact: StepFacts) => {
    const [a, b] = order.indexOf(one) <= order.indexOf(other) ? [one, other] : [other, one]
    const bundle = bundles.get(`${link} ${a} ${b}`) ?? { link, a, b, facts: [] }
    bundles.set(`${link} ${a} ${b}`, { ...bundle, facts: [...bundle.facts, fact] })
  }
  steps.forEach((step, at) => {
    const fact = facts[at]
    if (!fact) return
    if (step.human) add('human', 'user', order.includes('browser') ? 'browser' : step.from, fact)
    add(step.channel, step.from, step.to, fact)
  })
  return [...bundles.values()]
}

/** Without a user there is nothing at the left: the client moves there. */
const WITHOUT_USER: Partial<Record<Party, Point>> = { client: { x: 0.16, y: 0.48 } }

function centre(party: Party, parties: readonly Party[], width: number, height: number): Point {
  const { x, y } = (parties.includes('user') ? null : WITHOUT_USER[party]) ?? PLACES[party]
  return { x: Math.round(x * width), y: Math.round(y * height) }
}

/** Where the line between two boxes leaves them, moved sideways by `shift`. */
function between(a: Point, b: Point, shift: number): [Point, Point] {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const unit = { x: (b.x - a.x) / length, y: (b.y - a.y) / length }
  const aside = { x: -unit.y * shift, y: unit.x * shift }
  const out = Math.min(
    unit.x === 0 ? Number.POSITIVE_INFINITY : BOX.width / 2 / Math.abs(unit.x),
    unit.y === 0 ? Number.POSITIVE_INFINITY : BOX.height / 2 / Math.abs(unit.y),
  )
  const gap = out + 4
  return [
    { x: a.x + unit.x * gap + aside.x, y: a.y + unit.y * gap + aside.y },
    { x: b.x - unit.x * gap + aside.x, y: b.y - unit.y * gap + aside.y },
  ]
}

/** The numbers beside the middle of their line: below a level one, at the outer side of an upright one. */
function messagesNode(
  id: string,
  { facts, link }: Bundle,
  current: StepFacts | null,
  from: Point,
  to: Point,
  width: number,
): MessagesNode {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const level = Math.abs(to.y - from.y) < Math.abs(to.x - from.x) / 3
  const upright = Math.abs(to.x - from.x) < Math.abs(to.y - from.y) / 3
  const anchor: Anchor = level
    ? { x: 0, y: -1 }
    : upright
      ? { x: middle.x > width / 2 ? -1 : 1, y: 0 }
      : { x: -1, y: -1 }
  const point = { x: middle.x - anchor.x * 12, y: middle.y - anchor.y * 10 }
  return {
    id: `messages-${id}`,
    type: 'messages',
    data: { facts, current, link, anchor, room: level ? Math.abs(to.x - from.x) - 4 : 156 },
    position: point,
    width: 1,
    height: 1,
    measured: { width: 1, height: 1 },
    handles: [],
    zIndex: current ? 3 : 2,
  }
}
