'use client'

import { usePlayer, useViewer } from '@/components/player/player-context'
import { classes } from '@/components/ui/classes'
import { SecretGlyph } from '@/components/ui/secret-glyph'
import type { ExposedSecret, ExposureCell } from '@/lib/wire/exposure'
import type { Holder } from '@/lib/wire/sighting'
import { Cell } from './cell'
import { HolderName } from './holder-name'
import { cellAt } from './ledger'

interface MatrixProps {
  rows: readonly Holder[]
  columns: readonly ExposedSecret[]
  cells: readonly ExposureCell[]
}

/** Who and what has had which secret. A column's head marks the value wherever it stands; a cell leads to its step. */
export function Matrix({ rows, columns, cells }: MatrixProps) {
  const { parties } = usePlayer()
  return (
    <section
      aria-label="Table of the secrets, scrolls sideways"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
      tabIndex={0}
      className="overflow-x-auto border-line border-y -outline-offset-2"
    >
      <table className="min-w-full border-collapse text-sm">
        <caption className="sr-only">Who has had which secret, as of the current step</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-10 w-full bg-surface px-4 text-left font-normal text-subtle text-xs"
            >
              has had
            </th>
            {columns.map((secret) => (
              <th key={secret.id} scope="col" className="p-0 align-bottom font-normal">
                <ColumnHead secret={secret} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((holder) => (
            <tr key={holder} className="h-8 border-line border-t">
              <th scope="row" className="sticky left-0 z-10 max-w-36 bg-surface py-0 pr-2 pl-4 text-left font-normal">
                <HolderName holder={holder} names={parties} />
              </th>
              {columns.map((secret) => (
                <td key={secret.id} className="p-0 text-center">
                  <Cell holder={holder} secret={secret} cell={cellAt(cells, holder, secret.id)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ColumnHead({ secret: { kind, name, value } }: { secret: ExposedSecret }) {
  const mark = useViewer((viewer) => viewer.mark)
  const marked = useViewer((viewer) => viewer.marked === value)
  return (
    <button
      type="button"
      aria-pressed={marked}
      title={`Mark the ${name} wherever it stands`}
      onClick={() => mark(value)}
      className={classes(
        'flex h-34 w-8 flex-col items-center justify-end gap-1.5 border-b-3 pb-1.5 hover:bg-sunken',
        marked ? 'border-accent bg-sunken font-semibold' : 'border-transparent',
      )}
    >
      <span className="whitespace-nowrap text-xs leading-none [writing-mode:sideways-lr]">{name}</span>
      <SecretGlyph kind={kind} size={12} className="shrink-0" />
    </button>
  )
}
