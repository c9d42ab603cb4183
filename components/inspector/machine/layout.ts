import type { Chart, ChartState, ChartTransition } from '@/machines/kit/chart'

/**
 * The chart as lines of text with rails beside them, as version histories are drawn: no line needs to know
 * how tall another one is, so text may wrap and grow.
 */
export interface ChartLayout {
  boxes: Box[]
  /** Rails side by side. */
  lanes: number
}

export interface Box {
  state: ChartState
  /** Rails passing or reaching the line with the state's title. */
  title: Pass[]
  rows: Row[]
  /** A transition leads straight down into the next box. */
  leadsDown: 'possible' | 'drawn' | null
}

export interface Row {
  /** Every event (with its guard) of this state that leads to `target`. */
  transitions: ChartTransition[]
  target: ChartState
  /** Sending an event now takes this way. */
  possible: boolean
  /** Leads into the box right below. */
  down: boolean
  passes: Pass[]
}

/** A rail at one line. */
export interface Pass {
  lane: number
  /** Comes from above, goes on below. */
  above: boolean
  below: boolean
  /** Leaves the line (a transition), or arrives at it (a state's title). */
  joins: 'out' | 'in' | null
  possible: boolean
}

interface Rail {
  lane: number
  target: number
  sources: { line: number; possible: boolean }[]
}

/** States that were visited, are current, or can be reached at once. */
export function nearbyStates({ states }: Chart): ChartState[] {
  const near = new Set(
    states.filter(({ current }) => current).flatMap((state) => state.transitions.map((t) => t.target)),
  )
  return states.filter((state) => state.visited || state.current || near.has(state.path))
}

export function layoutChart(states: readonly ChartState[]): ChartLayout {
  let line = 0
  const placed = states.map((state, index) => {
    const titleLine = line++
    const rows = rowsOf(state, states, index).map((row) => ({ ...row, line: line++ }))
    return { state, titleLine, rows }
  })
  const titleLines = new Map(placed.map(({ state, titleLine }) => [state.path, titleLine]))
  const rails = assignLanes(
    placed.flatMap(({ rows }) => rows.filter((row) => !row.down)),
    titleLines,
  )
  return {
    lanes: Math.max(0, ...rails.map(({ lane }) => lane + 1)),
    boxes: placed.map(({ state, titleLine, rows }) => {
      const down = rows.filter((row) => row.down)
      return {
        state,
        title: passesAt(rails, titleLine),
        rows: rows.map(({ line: at, ...row }) => ({ ...row, passes: passesAt(rails, at) })),
        leadsDown: down.length === 0 ? null : down.some(({ possible }) => possible) ? 'possible' : 'drawn',
      }
    }),
  }
}

type BareRow = Omit<Row, 'passes'>

function rowsOf(state: ChartState, states: readonly ChartState[], index: number): BareRow[] {
  const rows = new Map<string, BareRow>()
  for (const transition of state.transitions) {
    const target = states.find(({ path }) => path === transition.target)
    if (!target) continue
    const row = rows.get(target.path)
    const transitions = [...(row?.transitions ?? []), transition]
    const possible = transitions.some((one) => one.possible)
    rows.set(target.path, { transitions, target, possible, down: states[index + 1] === target })
  }
  return [...rows.values()]
}

/** One rail a target; short rails run nearest to the boxes, and rails that never meet share a lane. */
function assignLanes(rows: (BareRow & { line: number })[], titleLines: ReadonlyMap<string, number>): Rail[] {
  const byTarget = new Map<string, Rail>()
  for (const row of rows) {
    const target = titleLines.get(row.target.path) ?? row.line
    const rail = byTarget.get(row.target.path) ?? { lane: 0, target, sources: [] }
    rail.sources.push({ line: row.line, possible: row.possible })
    byTarget.set(row.target.path, rail)
  }
  const rails = [...byTarget.values()].sort((one, other) => length(one) - length(other))
  const taken: Rail[] = []
  for (const rail of rails) {
    while (taken.some((other) => other.lane === rail.lane && overlap(rail, other))) rail.lane++
    taken.push(rail)
  }
  return rails
}

function extent({ target, sources }: Rail): [top: number, bottom: number] {
  const lines = [target, ...sources.map(({ line }) => line)]
  return [Math.min(...lines), Math.max(...lines)]
}

const length = (rail: Rail) => extent(rail)[1] - extent(rail)[0]

function overlap(one: Rail, other: Rail): boolean {
  const [top, bottom] = extent(one)
  const [otherTop, otherBottom] = extent(other)
  return top <= otherBottom && otherTop <= bottom
}

function passesAt(rails: readonly Rail[], line: number): Pass[] {
  return rails
    .filter((rail) => extent(rail)[0] <= line && line <= extent(rail)[1])
    .map((rail) => {
      const [top, bottom] = extent(rail)
      const out = rail.sources.some((source) => source.line === line)
      const possible = rail.sources.some((source) => source.possible && between(line, source.line, rail.target))
      return {
        lane: rail.lane,
        above: top < line,
        below: line < bottom,
        joins: line === rail.target ? 'in' : out ? 'out' : null,
        possible,
      }
    })
}

const between = (line: number, one: number, other: number) =>
  line >= Math.min(one, other) && line <= Math.max(one, other)
