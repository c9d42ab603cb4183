import { alignStages, type Row } from '../phases/align'
import type { Segment } from '../phases/segments'
import { type FlowSpec, specKey } from '../specs/spec'
import { Column } from './column'
import { happened, segmentsFor } from './reading'

export interface ComparisonState {
  columns: readonly Column[]
  /** How many rows are looked at; null: all that happened. */
  cursor: number | null
  /** Something is being done: presses have to wait. */
  busy: boolean
  /** Grows with every change: columns change in place. */
  version: number
}

/** Flows side by side, each with its own lab. A row is done when every column has come to the end of it. */
export class Comparison {
  #state: ComparisonState = { columns: [], cursor: null, busy: false, version: 0 }
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): ComparisonState => this.#state

  /** Shows these flows; columns that stay keep their runs. */
  async show(specs: readonly FlowSpec[]): Promise<void> {
    const before = this.#state.columns
    const columns = specs.map((spec) => before.find(({ key }) => key === specKey(spec)) ?? this.#newColumn(spec))
    for (const gone of before.filter((column) => !columns.includes(column))) gone.close()
    this.#change({ columns })
    await Promise.all(columns.filter((column) => !before.includes(column)).map((column) => column.open()))
  }

  /** All over again, in fresh labs. */
  restart = (): Promise<void> =>
    this.#doing(async () => {
      for (const column of this.#state.columns) column.close()
      const columns = this.#state.columns.map(({ spec }) => this.#newColumn(spec))
      this.#change({ columns, cursor: null })
      await Promise.all(columns.map((column) => column.open(true)))
    })

  /** Live: every column runs to the end of the next row. Looking back: one row on, and no server is called. */
  next = (): Promise<void> => {
    const { cursor } = this.#state
    if (cursor !== null) return Promise.resolve(this.look(cursor + 1))
    return this.#doing(() => this.#runRow())
  }

  back = (): void => this.look((this.#state.cursor ?? this.#reached()) - 1)

  /** Looks at so many rows of what was recorded. */
  look(rows: number): void {
    const reached = this.#reached()
    this.#change({ cursor: rows >= reached ? null : Math.max(0, rows) })
  }

  /** One message in one column. */
  step = (column: Column): Promise<void> =>
    this.#doing(async () => {
      this.#change({ cursor: null })
      await column.step()
    })

  /** Every column to its end. */
  runAll = (): Promise<void> =>
    this.#doing(async () => {
      this.#change({ cursor: null })
      await this.#runUntil(() => false)
    })

  /** Every column to the end of a row, which is then looked at; false when the flows have no such row. */
  async runTo(id: string): Promise<boolean> {
    const position = (wanted: string) => this.rows().findIndex((row) => row.id === wanted)
    await this.#doing(() => this.#runUntil((next) => position(id) < position(next.id)))
    const found = position(id)
    if (found >= 0) this.look(found + 1)
    return found >= 0
  }

  rows(): Row[] {
    return alignStages(this.#segments().map((segments) => segments.map(({ stage }) => stage)))
  }

  close(): void {
    for (const column of this.#state.columns) column.close()
    this.#change({ columns: [] })
  }

  /** Row after row, until one is not wanted any more, or the app fails. */
  async #runUntil(stop: (next: Row) => boolean): Promise<void> {
    for (let row = this.#nextRow(); row !== null && !stop(row); row = this.#nextRow()) {
      await this.#runRow()
      if (this.#state.columns.some(({ trouble }) => trouble !== null)) return
    }
  }

  async #runRow(): Promise<void> {
    const row = this.#nextRow()
    if (!row) return
    await Promise.all(
      this.#state.columns.map(async (column, index) => {
        const at = row.at[index]
        if (at === null || at === undefined) return
        for (let segment = segmentsFor(column)[at]; segment && !segment.complete; segment = segmentsFor(column)[at]) {
          const before = happened(column).length
          await column.step()
          if (column.trouble || happened(column).length === before) return
        }
      }),
    )
  }

  #nextRow(): Row | null {
    const segments = this.#segments()
    const incomplete = ({ at }: Row) =>
      at.some((position, index) => segments[index]?.[position ?? -1]?.complete === false)
    return this.rows().find(incomplete) ?? null
  }

  /** Rows up to the last in which anything happened. */
  #reached(): number {
    const segments = this.#segments()
    const touched = ({ at }: Row) =>
      at.some((position, index) => (segments[index]?.[position ?? -1]?.steps.length ?? 0) > 0)
    return this.rows().findLastIndex(touched) + 1
  }

  #segments(): Segment[][] {
    return this.#state.columns.map(segmentsFor)
  }

  /** One thing at a time; what is pressed meanwhile is not kept. */
  async #doing(work: () => Promise<void>): Promise<void> {
    if (this.#state.busy) return
    this.#change({ busy: true })
    try {
      await work()
    } finally {
      this.#change({ busy: false })
    }
  }

  #newColumn(spec: FlowSpec): Column {
    return new Column(spec, () => this.#change({}))
  }

  #change(changes: Partial<ComparisonState>): void {
    this.#state = { ...this.#state, ...changes, version: this.#state.version + 1 }
    for (const listener of this.#listeners) listener()
  }
}
