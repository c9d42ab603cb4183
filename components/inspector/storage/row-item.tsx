'use client'

import { usePlayer } from '@/components/player/player-context'
import { classes } from '@/components/ui/classes'
import type { Place } from '@/lib/wire/place'
import { Fold } from '../fold'
import { shortened } from '../value/occurrences'
import { CellRow } from './cell-row'
import type { DiffedRow } from './diff'
import { goneWords, lifetimeOf, overdue } from './expiry'
import { LifetimeBar } from './lifetime-bar'

/** Characters of a key that the line above the table shows. */
const KEY_SHOWN = 36

const WORD = { inserted: 'new row', changed: 'changed' } as const

interface RowItemProps {
  place: Place
  row: DiffedRow
  /** The only row of its place: shown open. */
  alone: boolean
}

/** One row as a small table of columns; what the step changed is said in words beside it. */
export function RowItem({ place, row, alone }: RowItemProps) {
  const values = Object.fromEntries(row.cells.map(({ column, value }) => [column, value]))
  const { after, current, lab } = usePlayer()
  const { now } = lab.clock
  const commands = current?.exchange?.storage ?? []
  const gone = row.change === 'deleted'
  const lifetime = gone ? null : lifetimeOf(values)
  const isOverdue = !gone && overdue(place, values, now)
  const word =
    row.change === null
      ? null
      : row.change === 'deleted'
        ? goneWords(place, row.key, values, { after, commands, now })
        : WORD[row.change]
  // The line above the table says a short key already.
  const cells = row.key.length <= KEY_SHOWN ? row.cells.slice(1) : row.cells
  const filled = cells.filter((cell) => cell.value !== null || cell.was !== undefined)
  const empty = cells.filter((cell) => !filled.includes(cell))
  return (
    <li
      className={classes(
        'my-1.5 mr-3 rounded-md border bg-surface',
        row.change === 'deleted' ? 'border-control border-dashed' : 'border-line',
      )}
    >
      <Fold
        key={String(row.change)}
        opens={row.change === 'inserted' || row.change === 'changed' || (alone && row.change === null)}
        className="min-h-8 rounded-md px-2"
        summary={
          <>
            <span className="min-w-0 truncate font-mono text-xs">{shortened(row.key, KEY_SHOWN) || '(no key)'}</span>
            <span className="ml-auto flex shrink-0 gap-1">
              {isOverdue && (
                <span className="rounded-sm border border-control border-dashed px-1.5 text-xs">expired</span>
              )}
              {word && (
                <strong className="rounded-sm border border-control px-1.5 font-semibold text-xs">{word}</strong>
              )}
            </span>
          </>
        }
      >
        {lifetime && (
          <LifetimeBar
            lifetime={lifetime}
            spent={values.revoked_at ? 'revoked' : values.used_at ? 'used' : null}
            overdue={isOverdue}
          />
        )}
        <table className="w-full table-fixed border-collapse">
          <caption className="sr-only">
            {place.label}, row {shortened(row.key, KEY_SHOWN)}
            {word && `: ${word}`}
          </caption>
          <colgroup>
            <col className="w-27 @min-[420px]:w-36" />
            <col />
          </colgroup>
          <tbody>
            {filled.map((cell) => (
              <CellRow key={cell.column} cell={cell} deleted={row.change === 'deleted'} />
            ))}
          </tbody>
        </table>
        {empty.length > 0 && (
          <p className="border-line border-t px-2 py-1 text-subtle text-xs">
            empty: <span className="font-mono">{empty.map(({ column }) => column).join(', ')}</span>
          </p>
        )}
      </Fold>
    </li>
  )
}
