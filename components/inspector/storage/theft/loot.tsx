'use client'

import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import type { StolenDump } from '@/lib/lab/dump/report'
import { clockTime } from '../../lab-time'
import { shortened } from '../../value/occurrences'
import { EveryAttempt } from './every-attempt'
import { counted, lessonOf, refusalsOf, type Usable, usableOf, whatItIs } from './words'

const NAMES = { memory: 'memory', sqlite: 'SQLite', postgres: 'PostgreSQL', redis: 'Redis' }

interface LootProps {
  dump: StolenDump
  /** Whose store it was. */
  owner: string
  onClose(): void
}

/** What was in a stolen store, and what became of each value when it was presented. */
export function Loot({ dump, owner, onClose }: LootProps) {
  const rows = dump.tables.reduce((sum, table) => sum + table.rows, 0)
  const { title, text } = lessonOf(dump)
  const usable = usableOf(dump)
  const attempts = dump.values.reduce((sum, value) => sum + value.attempts.length, 0)
  return (
    <div className="mt-2.5 rounded-md border border-control bg-surface">
      <div className="flex items-start gap-2 border-line border-b py-2 pr-1.5 pl-3">
        <Icon name={usable.length > 0 ? 'warning' : 'shield'} className="mt-0.5 shrink-0" />
        <div className="mr-auto min-w-0">
          <h3 className="font-semibold text-base">{title}</h3>
          <p className="text-muted text-sm">
            {owner}, {NAMES[dump.backend]}, {clockTime(dump.at)} lab time: {counted(rows, 'row')},{' '}
            {counted(dump.values.length, 'value')} that look like secrets, {counted(attempts, 'attempt')}.
          </p>
        </div>
        <IconButton icon="close" label="Put the dump away" onClick={onClose} />
      </div>
      <div className="flex flex-col gap-3 px-3 py-2.5">
        <p className="text-base">{text}</p>
        {usable.length > 0 && <UsableList usable={usable} />}
        <Refused dump={dump} />
        <Readable dump={dump} />
        <EveryAttempt dump={dump} />
        <p className="text-subtle text-xs">
          Each value was presented to the lab’s own servers on a copy of the lab, put back after every attempt: your run
          stays as it is.
          {dump.leftOut > 0 && ` ${dump.leftOut} older values were not tried.`}
        </p>
      </div>
    </div>
  )
}

function UsableList({ usable }: { usable: readonly Usable[] }) {
  return (
    <ul aria-label="Usable at once" className="flex flex-col gap-2">
      {usable.map(({ value, opened }) => (
        <li key={value.value} className="rounded-md border-ink border-l-3 bg-sunken px-2.5 py-1.5">
          <p className="font-semibold text-base">{whatItIs(value, opened[0]?.kind ?? 'photos')}</p>
          <p className="font-mono text-muted text-xs [overflow-wrap:anywhere]">
            {shortened(value.value, 40)} <span className="text-subtle">in {`${value.table}.${value.column}`}</span>
          </p>
          {opened.map(({ kind, line, answer, opened: what }) => (
            <p key={kind} className="mt-0.5 text-sm">
              <span className="font-mono">{line}</span>: {answer}, <strong className="font-semibold">{what}</strong>
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}

function Refused({ dump }: { dump: StolenDump }) {
  return (
    <Disclosure
      open={usableOf(dump).length === 0}
      summary={<span className="min-h-6 py-0.5">What was refused, and by which check</span>}
    >
      <ul aria-label="Refused attempts" className="flex flex-col">
        {refusalsOf(dump).map(({ line, answer, rule, times }) => (
          <li key={`${line} ${answer} ${rule}`} className="border-line border-t py-1 text-sm first:border-t-0">
            <p className="flex flex-wrap gap-x-2">
              <span className="font-mono">{line}</span>
              <span className="ml-auto text-muted tabular-nums">
                {times} × {answer}
              </span>
            </p>
            <p className="text-muted text-xs">{rule ?? 'Nobody is signed in with it: the answer is the start page.'}</p>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

function Readable({ dump: { readable, privateKeys, store } }: { dump: StolenDump }) {
  return (
    <Disclosure open summary={<span className="min-h-6 py-0.5">What can be read all the same</span>}>
      <dl className="grid gap-x-3 gap-y-1 text-sm sm:grid-cols-[9rem_1fr]">
        {readable.map(({ label, values, places }) => (
          <div key={label} className="contents">
            <dt className="text-muted" title={places.join(', ')}>
              {label}
            </dt>
            <dd className="font-mono text-xs leading-5 [overflow-wrap:anywhere]">{values.join(', ')}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-1.5 text-muted text-sm">
        {privateKeys > 0
          ? `${counted(privateKeys, 'cell')} of these rows hold a private key.`
          : 'No private key lies in these rows.'}
        {privateKeys === 0 && store === 'authorization-server' && ' A thief of the rows cannot sign new tokens.'}
      </p>
    </Disclosure>
  )
}
