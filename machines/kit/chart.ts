import type { Tag } from './meta'

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
