import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, StateValue } from 'xstate'
import type { MoveCall } from '@/lib/lab/contract'
import type { HttpRequest } from '@/lib/oauth/http'
import { EXTRA_EVENTS, type GrantEvent } from './events'
import type { GrantContext, OngoingExchange } from './grant'
import { isTag, type MoveMeta, type StateMeta, type Tag } from './meta'

/** What the player and the projections read from a grant's machine and its snapshots. All of it is pure. */

export interface Leaf {
  /** Dotted path within the machine. */
  path: string
  meta: StateMeta
  tags: Tag[]
  node: AnyStateNode
}

/** Every state that has no states inside, in the order of the file. */
export function leavesOf(machine: AnyStateMachine): readonly Leaf[] {
  const known = leaves.get(machine)
  if (known) return known
  const found = leavesBelow(machine.root)
  leaves.set(machine, found)
  return found
}

/** A machine never changes, and is asked at every step. */
const leaves = new WeakMap<AnyStateMachine, readonly Leaf[]>()

function leavesBelow(node: AnyStateNode): Leaf[] {
  const inside = Object.values(node.states).filter(({ type }) => type !== 'history')
  if (inside.length > 0) return inside.flatMap(leavesBelow)
  return [{ path: node.path.join('.'), meta: node.meta, tags: node.tags.filter(isTag), node }]
}

/** The path of the state the snapshot is in. */
export function pathOf(snapshot: AnyMachineSnapshot): string {
  return pathIn(snapshot.value)
}

function pathIn(value: StateValue): string {
  if (typeof value === 'string') return value
  return Object.entries(value)
    .map(([key, inside]) => (inside === undefined ? key : `${key}.${pathIn(inside)}`))
    .join(' ')
}

export function metaOf(snapshot: AnyMachineSnapshot): StateMeta {
  const path = pathOf(snapshot)
  const leaf = leavesOf(snapshot.machine).find((candidate) => candidate.path === path)
  if (!leaf) throw new Error(`The machine has no state ${path}.`)
  return leaf.meta
}

/** What every move of the grant says of itself; a move made from two states appears once. */
export function movesOf(machine: AnyStateMachine): MoveMeta[] {
  const moves = new Map<string, MoveMeta>()
  for (const { meta } of leavesOf(machine)) {
    if (meta.kind === 'move' && !moves.has(meta.step)) moves.set(meta.step, meta)
  }
  return [...moves.values()]
}

export function contextOf(snapshot: AnyMachineSnapshot): GrantContext {
  return snapshot.context
}

/** The exchange under way; null while the machine rests. */
export function exchangeOf(snapshot: AnyMachineSnapshot): OngoingExchange | null {
  return contextOf(snapshot).exchange
}

/** The request that lies on the wire or is being delivered. */
export function onTheWire(snapshot: AnyMachineSnapshot): { call: MoveCall; request: HttpRequest } | null {
  const exchange = exchangeOf(snapshot)
  return exchange?.request ? { call: exchange.call, request: exchange.request } : null
}

/** Why the app itself failed, in one sentence; null while it works. */
export function failureOf(snapshot: AnyMachineSnapshot): string | null {
  const exchange = exchangeOf(snapshot)
  return exchange?.phase === 'broken' ? exchange.failure : null
}

/** The machine waits: for the learner, for a message to be let go, or for another try. */
export function waits(snapshot: AnyMachineSnapshot): boolean {
  const phase = exchangeOf(snapshot)?.phase
  return metaOf(snapshot).kind === 'rest' || phase === 'onTheWire' || phase === 'broken'
}

/** What the learner may do now beyond Next. */
export function extraEvents(snapshot: AnyMachineSnapshot): { type: string; label: string }[] {
  return Object.entries(EXTRA_EVENTS)
    .filter(([type]) => snapshot.can({ type }))
    .map(([type, label]) => ({ type, label }))
}

export function has(snapshot: AnyMachineSnapshot, tag: Tag): boolean {
  return snapshot.hasTag(tag)
}

export function can(snapshot: AnyMachineSnapshot, type: GrantEvent['type']): boolean {
  return snapshot.can({ type })
}
