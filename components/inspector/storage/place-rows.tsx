'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Place } from '@/lib/wire/place'
import type { DiffedPlace, DiffedRow } from './diff'
import { RowItem } from './row-item'

/** Rows that are drawn at once; a place with more gets a search and a button for the rest. */
const AT_ONCE = 25

/** The rows of one place: all of a small one; of a large one what this step changed, then the newest. */
export function PlaceRows({ diffed }: { diffed: DiffedPlace }) {
  const { place, rows } = diffed
  return (
    <>
      {place.keys && <KeysOf keys={place.keys} columns={place.columns} />}
      {rows.length > AT_ONCE ? <ManyRows diffed={diffed} /> : <FewRows diffed={diffed} />}
    </>
  )
}

/** How a store of keys and values keeps a table. */
function KeysOf({ keys, columns }: { keys: NonNullable<Place['keys']>; columns: Place['columns'] }) {
  const name = (text: string) => <code className="text-ink [overflow-wrap:anywhere]">{text}</code>
  return (
    <p className="pt-1 pr-3 pb-0.5 pl-3 text-muted text-xs leading-5">
      Each is a hash with a key and a TTL of its own, {name(`${keys.row}…`)}
      {columns.includes('expires_at')
        ? '. The TTL ends with expires_at, or else with the lab. '
        : '. The TTL ends with the lab. '}
      The sorted set {name(keys.order)} keeps the order
      {columns.includes('grant_id') ? <>; the set {name(`${keys.grant}…`)} has what belongs to one grant.</> : '.'}
    </p>
  )
}

function FewRows({ diffed: { place, rows } }: { diffed: DiffedPlace }) {
  return (
    <ul className="pb-1 pl-3">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a browser's history may hold the same row twice.
        <RowItem key={`${row.key} ${index}`} place={place} row={row} alone={rows.length === 1} />
      ))}
    </ul>
  )
}

function ManyRows({ diffed: { place, rows, count } }: { diffed: DiffedPlace }) {
  const id = useId()
  const [sought, setSought] = useState('')
  const [most, setMost] = useState(AT_ONCE)
  const found = newestFirst(rows).filter((row) => carries(row, sought.trim().toLowerCase()))
  const shown = found.slice(0, most)
  const left = found.length - shown.length
  return (
    <div className="pb-2 pl-3">
      <div className="mr-3 flex flex-wrap items-center gap-x-2 gap-y-1 py-1.5">
        <label htmlFor={id} className="text-muted text-xs">
          Find in {place.label.toLowerCase()}
        </label>
        <input
          id={id}
          type="search"
          value={sought}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setSought(event.currentTarget.value)
            setMost(AT_ONCE)
          }}
          className="h-8 min-w-32 grow rounded-md border border-control bg-surface px-2 text-sm"
        />
        <p role="status" className="basis-full text-muted text-xs">
          {sought.trim() === '' ? '' : `${found.length} found. `}
          Showing {shown.length} of {count.toLocaleString('en')} rows, newest first.
          {place.total !== undefined && ` The ${place.rows.length} newest can be looked through here.`}
        </p>
      </div>
      <ul>
        {shown.map((row) => (
          <RowItem key={row.key} place={place} row={row} alone={false} />
        ))}
      </ul>
      {left > 0 && (
        <Button className="mt-1" onClick={() => setMost(most + AT_ONCE)}>
          Show {Math.min(AT_ONCE, left)} more
        </Button>
      )}
    </div>
  )
}

/** What the step changed stands first. */
const newestFirst = (rows: readonly DiffedRow[]): DiffedRow[] => {
  const turned = rows.toReversed()
  return [...turned.filter(({ change }) => change !== null), ...turned.filter(({ change }) => change === null)]
}

const carries = (row: DiffedRow, sought: string): boolean =>
  sought === '' || row.cells.some(({ value }) => value !== null && String(value).toLowerCase().includes(sought))
