'use client'

import { classes } from '@/components/ui/classes'
import { ProtocolName } from '../value/protocol-name'
import { CellText, CellValueView } from './cell'
import type { DiffedCell } from './diff'

/** One column of a row, with what it held before when the step changed it. */
export function CellRow({ cell, deleted }: { cell: DiffedCell; deleted: boolean }) {
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
