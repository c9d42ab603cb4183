'use client'

import { useLayoutEffect, useRef } from 'react'
import { classes } from '@/components/ui/classes'
import { type Opened, PhaseCell } from './phase-cell'
import type { CompareView, RowView } from './view'

interface PhaseGridProps {
  view: CompareView
  /** On a phone one column is shown at a time. */
  only: number | null
  opened: Opened | null
  onOpen(opened: Opened): void
}

/** The columns' messages, phase by phase, one beside the other. */
export function PhaseGrid({ view, only, opened, onOpen }: PhaseGridProps) {
  const current = useRef<HTMLElement>(null)
  const before = useRef(view.shown)
  useLayoutEffect(() => {
    if (before.current === view.shown) return
    before.current = view.shown
    const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches
    current.current?.scrollIntoView({ block: 'nearest', behavior: smooth ? 'smooth' : 'instant' })
  }, [view.shown])
  return view.rows.map((row, at) => (
    <section
      key={row.id}
      ref={row.current ? current : null}
      aria-labelledby={`phase-${row.id}`}
      aria-current={row.current ? 'step' : undefined}
      className="col-span-full grid scroll-mt-20 scroll-mb-24 grid-cols-subgrid border-line border-t"
    >
      <RowLabel row={row} first={view.difference?.row === at} />
      {view.columns.map((column, index) =>
        only === null || only === index ? (
          <fieldset
            key={column.column.key}
            data-column={index}
            aria-label={`${column.name}: ${row.title}`}
            className="min-w-0 px-2 py-2.5 max-md:px-3"
          >
            <PhaseCell
              cell={row.cells[index] ?? { kind: 'ahead' }}
              column={column}
              differs={view.difference?.row === at ? differsAt(view, index) : null}
              opened={opened?.column === column.column.key ? opened : null}
              onOpen={onOpen}
            />
          </fieldset>
        ) : null,
      )}
    </section>
  ))
}

/** The step in which the columns first differ, and how this one has it. */
function differsAt({ difference }: CompareView, index: number): { step: number | null; has: string } | null {
  if (!difference) return null
  return { step: difference.steps[index] ?? null, has: difference.has[index] ?? '' }
}

function RowLabel({ row, first }: { row: RowView; first: boolean }) {
  return (
    <div
      className={classes(
        'left-0 z-10 bg-canvas py-3 pr-2 pl-3 md:sticky md:pl-6 max-md:col-span-full max-md:pb-0',
        row.current && 'border-accent border-l-4 bg-sunken pl-2 md:pl-5',
      )}
    >
      <h3 id={`phase-${row.id}`} className="text-balance font-semibold leading-5">
        <span className="mr-1.5 font-mono font-normal text-subtle text-xs tabular-nums">{row.number}</span>
        {row.title}
      </h3>
      {first && <p className="mt-1 text-muted text-xs">First difference</p>}
    </div>
  )
}
