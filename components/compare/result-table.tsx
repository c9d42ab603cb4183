'use client'

import { useState } from 'react'
import { ComparisonTable } from './comparison-table'
import type { Opened } from './phase-cell'
import { Share } from './share'
import type { FlowSpec } from './specs/spec'
import type { CompareView } from './view'

interface ResultTableProps {
  view: CompareView
  specs: readonly FlowSpec[]
  cards: boolean
  onOpen(opened: Opened): void
}

/** The table below the phases, with its filter and the ways to take it along. */
export function ResultTable({ view, specs, cards, onOpen }: ResultTableProps) {
  const [differences, setDifferences] = useState(false)
  if (view.table.length === 0 || view.columns.length === 0) return null
  const rows = differences ? view.table.filter(({ differs }) => differs) : view.table
  return (
    <section aria-labelledby="result" className="px-4 pt-10 pb-28 sm:px-6">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h2 id="result" className="font-semibold text-2xl">
            What the runs have shown
          </h2>
          <p className="mt-1 text-muted">
            Answers are computed from what was recorded above, and name the step that proves them where one message
            does; the last two rows cite what the specifications say.
          </p>
        </div>
        <Share specs={specs} columns={view.columns} rows={rows} />
      </div>
      <label className="mb-3 flex min-h-6 w-fit items-center gap-2">
        <input
          type="checkbox"
          checked={differences}
          onChange={(event) => setDifferences(event.currentTarget.checked)}
          className="size-4 accent-(--accent)"
        />
        Differences only
      </label>
      {rows.length > 0 ? (
        <ComparisonTable rows={rows} columns={view.columns} cards={cards} onOpen={onOpen} />
      ) : (
        <p className="rounded-lg border border-line border-dashed px-4 py-5 text-muted">
          So far these flows answer every question in the same way.
        </p>
      )}
    </section>
  )
}
