import Link from 'next/link'
import { type KeyboardEvent, useRef, useState } from 'react'
import { CellButton } from './cell-button'
import { type GrantColumn, type MatrixRow, neighbour, type Opened } from './rows'

interface MatrixTableProps {
  rows: readonly MatrixRow[]
  grants: readonly GrantColumn[]
  opened: Opened | null
  onOpen(opened: Opened): void
}

/** Grant by attack. Tab leads to one cell, the arrow keys from there to the others. */
export function MatrixTable({ rows, grants, opened, onOpen }: MatrixTableProps) {
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<readonly [number, number] | null>(null)
  const first = firstCell(rows)
  const here = at && isCell(rows, at) ? at : first

  function move(event: KeyboardEvent) {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-at]')
    const from = button?.dataset.at?.split(' ').map(Number)
    const to = from && neighbour(rows, [from[0] ?? 0, from[1] ?? 0], event.key)
    if (!to) return
    event.preventDefault()
    setAt(to)
    table.current?.querySelector<HTMLElement>(`[data-at="${to.join(' ')}"] button`)?.focus()
  }
  return (
    <section
      aria-label="Attacks by grant, table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen has to be scrolled by keyboard, too
      tabIndex={0}
      className="relative overflow-x-auto rounded-lg border border-line bg-surface"
    >
      <table ref={table} onKeyDown={move} className="w-full min-w-[1230px] table-fixed border-collapse text-left">
        <thead>
          <tr className="border-control border-b">
            <th scope="col" className="sticky left-0 z-10 w-52 bg-surface py-2 pr-3 pl-4 align-bottom font-semibold">
              Attack
            </th>
            {grants.map(({ slug, title }) => (
              <th key={slug} scope="col" className="px-2 py-2 align-bottom font-semibold text-sm">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ about, slots }, row) => (
            <tr key={about.id} className="border-line border-b last:border-b-0">
              <th scope="row" className="sticky left-0 z-10 bg-surface py-1.5 pr-3 pl-4 align-middle font-medium">
                <Link href={`/attacks/${about.slug}`} prefetch={false} className="block py-0.5 hover:text-accent">
                  <span className="mr-1.5 font-mono font-normal text-subtle text-xs">{about.id}</span>
                  {about.title}
                </Link>
              </th>
              {slots.map((slot, column) => (
                <td key={grants[column]?.slug} data-at={`${row} ${column}`} className="px-0.5 py-0.5 align-middle">
                  {slot === 'not-asked' ? null : slot === null ? (
                    <NotRun />
                  ) : (
                    <CellButton
                      cell={slot}
                      name={`${about.title}, ${grants[column]?.title}`}
                      open={opened?.attack === about.id && opened.grant === slot.grant}
                      reachable={here?.[0] === row && here[1] === column}
                      onOpen={() => {
                        setAt([row, column])
                        onOpen({ attack: about.id, grant: slot.grant })
                      }}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function NotRun() {
  return (
    <span className="block px-2 text-subtle">
      <span aria-hidden="true">·</span>
      <span className="sr-only">not run yet</span>
    </span>
  )
}

function isCell(rows: readonly MatrixRow[], [row, column]: readonly [number, number]): boolean {
  const slot = rows[row]?.slots[column]
  return slot !== undefined && slot !== null && slot !== 'not-asked'
}

function firstCell(rows: readonly MatrixRow[]): readonly [number, number] | null {
  const row = rows.findIndex(({ slots }) => slots.some((slot) => slot !== null && slot !== 'not-asked'))
  const column = rows[row]?.slots.findIndex((slot) => slot !== null && slot !== 'not-asked') ?? -1
  return row < 0 ? null : [row, column]
}
