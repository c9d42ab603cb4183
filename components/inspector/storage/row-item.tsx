'use client'

import { classes } from '@/components/ui/classes'
import type { Place } from '@/lib/wire/place'
import { Fold } from '../fold'
import { shortened } from '../value/occurrences'
import { ProtocolName } from '../value/protocol-name'
import { CellText, CellValueView } from './cell'
import type { DiffedCell, DiffedRow } from './diff'
import { lifetimeOf } from './expiry'
import { LifetimeBar } from './lifetime-bar'

/** Characters of a key that the line above the table shows. */
const KEY_SHOWN = 36

const WORD = { inserted: 'new row', changed: 'changed', deleted: 'deleted' } as const

interface RowItemProps {
  place: Place
  row: DiffedRow
  /** The only row of its place: shown open. */
  alone: boolean
}

/** One row as a small table of columns; what the step changed is said in words beside it. */
export function RowItem({ place, row, alone }: RowItemProps) {
  const values = Object.fromEntries(row.cells.map(({ column, value }) => [column, value]))
  const lifetime = row.change === 'deleted' ? null : lifetimeOf(values)
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
            {row.change && (
              <strong className="ml-auto shrink-0 rounded-sm border border-control px-1.5 font-semibold text-xs">
                {WORD[row.change]}
              </strong>
            )}
          </>
        }
      >
        {lifetime && (
          <LifetimeBar lifetime={lifetime} spent={values.revoked_at ? 'revoked' : values.used_at ? 'used' : null} />
        )}
        <table className="w-full table-fixed border-collapse">
          <caption className="sr-only">
            {place.label}, row {shortened(row.key, KEY_SHOWN)}
            {row.change && `: ${WORD[row.change]}`}
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

function CellRow({ cell, deleted }: { cell: DiffedCell; deleted: boolean }) {
  const changed = cell.was !== undefined
  return (
    <tr className={classes('border-line border-t', changed && 'bg-sunken')}>
      <th
        scope="row"
        className={classes(
          'border-l-3 py-1 pr-1 pl-2 text-left align-top font-mono text-xs leading-6 [overflow-wrap:anywhere]',
          changed ? 'border-accent font-bold text-ink' : 'border-transparent font-normal text-muted',
        )}
      >
        <ProtocolName name={cell.column} />
      </th>
      <td className="py-1 pr-2 align-top">
        {deleted ? (
          <span className="block px-1 py-1 font-mono text-muted text-xs [overflow-wrap:anywhere]">
            <CellText column={cell.column} value={cell.value} />
          </span>
        ) : (
          <CellValueView column={cell.column} value={cell.value} />
        )}
        {changed && (
          <p className="pl-1.75 text-muted text-xs [overflow-wrap:anywhere]">
            was: <CellText column={cell.column} value={cell.was ?? null} />
          </p>
        )}
      </td>
    </tr>
  )
}
