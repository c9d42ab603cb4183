'use client'

import { usePlayer } from '@/components/player/player-context'
import type { CellValue } from '@/lib/wire/place'
import { fullTime, momentText, namesTime } from '../lab-time'
import { shortened } from '../value/occurrences'
import { Value } from '../value/value'

interface CellProps {
  column: string
  value: CellValue
}

/** A cell's content, to read. */
export function CellText({ column, value }: CellProps) {
  const { now } = usePlayer().lab.clock
  if (value === null) return <>empty</>
  if (typeof value === 'number' && namesTime(column))
    return <span title={fullTime(value)}>{momentText(value, now)}</span>
  return <>{shortened(String(value), 48)}</>
}

/** A cell's content: to read, mark, copy and decode. */
export function CellValueView({ column, value }: CellProps) {
  const { now } = usePlayer().lab.clock
  if (value === null) return <span className="pl-1.75 text-muted text-xs italic">empty</span>
  if (typeof value === 'boolean') return <span className="pl-1.75 font-mono text-sm leading-6">{String(value)}</span>
  if (typeof value === 'number') {
    return namesTime(column) ? (
      <span className="pl-1.75 text-xs leading-6" title={fullTime(value)}>
        <span className="font-mono text-sm">{momentText(value, now)}</span> <span className="text-subtle">{value}</span>
      </span>
    ) : (
      <span className="pl-1.75 font-mono text-sm leading-6">{value}</span>
    )
  }
  return <Value text={value} name={column} most={44} />
}
