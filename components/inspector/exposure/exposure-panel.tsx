'use client'

import { type ReactNode, useMemo, useState } from 'react'
import { usePlayer } from '@/components/player/player-context'
import { Icon } from '@/components/ui/icon'
import { breachesIn } from '@/lib/wire/exposure'
import { Empty } from '../empty'
import { MarkLegend } from './cell-mark'
import { rowsOf } from './holders'
import { columnsOf, type Filter, ledgerOf } from './ledger'
import { Matrix } from './matrix'
import { SecretList } from './secret-list'
import { verdictOf } from './verdict'

/** Who and what has had which secret as of the cursor, from the recorded messages and places alone. */
export function ExposurePanel() {
  const { steps, cursor, current, castSecrets, timeline, parties, lanes, next } = usePlayer()
  const [filter, setFilter] = useState<Filter>({ wrong: false, powerless: false })
  const ledger = useMemo(
    () => ledgerOf({ steps, cursor, current, castSecrets, timeline }),
    [steps, cursor, current, castSecrets, timeline],
  )
  if (cursor === 0) {
    return <Empty title="Nobody has told anybody anything yet">Press “{next.label}”.</Empty>
  }
  const wrong = breachesIn(ledger)
  const columns = columnsOf(ledger, filter)
  const cells = filter.wrong ? wrong : ledger.cells
  const rows = rowsOf(lanes).filter((holder) => !filter.wrong || wrong.some((cell) => cell.holder === holder))
  return (
    <div className="pb-6">
      <p className="flex items-start gap-2 border-line border-b px-4 py-3 font-semibold text-base">
        {wrong.length > 0 && <Icon name="warning" size={18} className="mt-0.5 shrink-0" />}
        {verdictOf(ledger, parties)}
      </p>
      <div className="flex flex-col items-start gap-2 px-4 py-2.5">
        <div className="flex flex-wrap gap-x-5">
          <Tick checked={filter.wrong} onChange={(wrong) => setFilter({ ...filter, wrong })}>
            Only what should not be
          </Tick>
          <Tick checked={filter.powerless} onChange={(powerless) => setFilter({ ...filter, powerless })}>
            Also what gives no power
          </Tick>
        </div>
        <MarkLegend />
      </div>
      {columns.length === 0 ? (
        <Empty title={filter.wrong ? 'Nothing is where it should not be' : 'No secret has gone anywhere yet'}>
          {filter.wrong
            ? 'By the rules of this table, nobody has anything at this step that was not meant for them.'
            : 'The next messages will change that. Press Next.'}
        </Empty>
      ) : (
        <>
          <div className="@max-[400px]:hidden">
            <Matrix rows={rows} columns={columns} cells={cells} />
          </div>
          <SecretList rows={rows} columns={columns} cells={cells} />
        </>
      )}
      <p className="px-4 pt-4 text-subtle text-xs">
        Nobody listens on the network here: outside a lab TLS hides every message on its way, so there is no row for
        that. Servers are taken to log what ordinary ones do: the request line, with the query.
      </p>
    </div>
  )
}

function Tick({ checked, onChange, children }: { checked: boolean; onChange(on: boolean): void; children: ReactNode }) {
  return (
    <label className="inline-flex min-h-8 items-center gap-2 text-sm">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="size-4 accent-(--accent)"
      />
      {children}
    </label>
  )
}
