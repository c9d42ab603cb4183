'use client'

import { usePlayer, usePlayerActions, useViewer } from '@/components/player/player-context'
import { classes } from '@/components/ui/classes'
import { Fold } from '../fold'
import { holds } from '../value/occurrences'
import { changeWords, type DiffedPlace, type DiffedRow } from './diff'
import { filledBy } from './fills'
import { PlaceRows } from './place-rows'

/** One place: open where this step changed something, otherwise one line with its count. */
export function PlaceItem({ diffed }: { diffed: DiffedPlace }) {
  const { place, rows, count, changes, touched } = diffed
  const marked = useViewer((viewer) => viewer.marked)
  const found = marked !== null && rows.some((row) => carries(row, marked))
  if (rows.length === 0) return <EmptyPlace diffed={diffed} />
  return (
    <li
      className={classes(
        'border-line border-b border-l-3 last:border-b-0',
        touched ? 'border-l-accent' : 'border-l-transparent',
      )}
    >
      <Fold
        key={String(touched)}
        opens={touched || found}
        className="min-h-9 py-1 pr-4 pl-3"
        summary={
          <>
            <span className={classes('min-w-0', touched && 'font-semibold')}>{place.label}</span>
            <span className="ml-auto shrink-0 text-right text-muted text-xs">
              {touched ? <strong className="font-semibold text-ink">{changeWords(changes)}</strong> : rowWords(count)}
              {found && <span className="ml-2 font-semibold text-ink">marked value</span>}
            </span>
          </>
        }
      >
        <PlaceRows diffed={diffed} />
      </Fold>
    </li>
  )
}

function EmptyPlace({ diffed }: { diffed: DiffedPlace }) {
  const { steps, cursor, head } = usePlayer()
  const { goTo } = usePlayerActions()
  const step = filledBy(diffed.place.id, steps, cursor)
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-2 border-line border-b border-l-3 border-l-transparent py-1 pr-4 pl-8 last:border-b-0">
      <span className="text-muted">{diffed.place.label}</span>
      <span className="ml-auto text-right text-subtle text-xs">
        {step === null && 'empty'}
        {step !== null && step.number > head && `empty until step ${step.number}`}
        {step !== null && step.number <= head && (
          <button
            type="button"
            onClick={() => goTo(step.number)}
            className="min-h-6 underline decoration-control underline-offset-3 hover:text-accent"
          >
            empty until step {step.number}
          </button>
        )}
      </span>
    </li>
  )
}

const rowWords = (count: number) => (count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`)

const carries = (row: DiffedRow, marked: string) =>
  row.cells.some(({ value }) => value !== null && holds(String(value), marked))
