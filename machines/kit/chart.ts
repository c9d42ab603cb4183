import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate'
import type { Tag } from './meta'
import { type Leaf, leavesOf, pathOf } from './reading'

/** A machine as a chart to look at: computed from its definition and a snapshot, never written by hand. */
export interface Chart {
  id: string
  states: ChartState[]
}

export interface ChartState {
  /** Dotted path within the machine. */
  path: string
  /** The rest state's title, or the step of a busy state. */
  title: string
  kind: 'move' | 'rest' | 'final'
  tags: Tag[]
  current: boolean
  /** True when the run has been in it. */
  visited: boolean
  transitions: ChartTransition[]
}

export interface ChartTransition {
  /** `learner.next`, `user.approve`, or `answer` for the end of a move. */
  event: string
  /** Name of the guard, when there is one. */
  guard: string | null
  target: string
  /** True when sending the event now would take it. */
  possible: boolean
}

/** @param visited paths of the states the run has been in, as `pathOf` names them */
export function chartOf(machine: AnyStateMachine, snapshot: AnyMachineSnapshot, visited: Iterable<string>): Chart {
  const seen = new Set(visited)
  const current = pathOf(snapshot)
  return {
    id: machine.id,
    states: leavesOf(machine).map((leaf) => ({
      path: leaf.path,
      title: leaf.meta.kind === 'move' ? leaf.meta.step : leaf.meta.title,
      kind: leaf.node.type === 'final' ? 'final' : leaf.meta.kind,
      tags: leaf.tags,
      current: leaf.path === current,
      visited: leaf.path === current || seen.has(leaf.path),
      transitions: transitionsOf(leaf, leaf.path === current ? snapshot : null),
    })),
  }
}

/** @param snapshot null when the machine is in another state */
function transitionsOf({ node }: Leaf, snapshot: AnyMachineSnapshot | null): ChartTransition[] {
  return lineOf(node).flatMap((level) =>
    [...level.transitions.values()].flat().flatMap(({ eventType, guard, target }): ChartTransition[] => {
      const aim = target?.[0]
      if (!aim) return []
      const answer = eventType.startsWith('xstate.done.actor.')
      return [
        {
          event: answer ? 'answer' : eventType,
          guard: guardName(guard),
          target: entered(aim).path.join('.'),
          possible: !answer && (snapshot?.can({ type: eventType }) ?? false),
        },
      ]
    }),
  )
}

/** The state and those around it: their transitions are its own, too. */
function lineOf(node: AnyStateNode): AnyStateNode[] {
  return node.parent ? [node, ...lineOf(node.parent)] : [node]
}

/** Where an arrow ends: in the state that is entered first; a history leads there as long as there is none. */
function entered(node: AnyStateNode): AnyStateNode {
  const inside = node.type === 'history' ? node.parent : node
  const first = inside?.type === 'compound' ? inside.initial.target[0] : undefined
  return first ? entered(first) : node
}

/** `arrived` is told by what arrived: `tokens`. */
function guardName(guard: AnyTransitionDefinition['guard']): string | null {
  if (guard === undefined) return null
  if (typeof guard === 'string') return guard
  if (typeof guard === 'function') return guard.name
  const { type, params } = guard
  return isArrival(params) ? params.what : type
}

function isArrival(params: unknown): params is { what: string } {
  return typeof params === 'object' && params !== null && 'what' in params && typeof params.what === 'string'
}
