'use client'

import { Disclosure } from '@/components/ui/disclosure'
import type { StolenDump } from '@/lib/lab/dump/report'
import { shortened } from '../../value/occurrences'

/** Value by value: where it lay, and the answer to everything it was presented as. */
export function EveryAttempt({ dump: { values } }: { dump: StolenDump }) {
  if (values.length === 0) return null
  return (
    <Disclosure summary={<span className="min-h-6 py-0.5">Every value, every attempt</span>}>
      <ul className="flex flex-col gap-1.5">
        {values.map(({ value, table, column, attempts }) => (
          <li key={value} className="rounded-md border border-line px-2 py-1">
            <p className="font-mono text-xs [overflow-wrap:anywhere]">
              {shortened(value, 36)} <span className="text-subtle">{`${table}.${column}`}</span>
            </p>
            <dl className="grid grid-cols-[1fr_auto] gap-x-3 text-xs">
              {attempts.map(({ kind, line, answer, opened, refusedBy }) => (
                <div key={kind} className="contents">
                  <dt className="text-muted">{line}</dt>
                  <dd className="text-right" title={refusedBy?.saw ?? undefined}>
                    {opened ?? answer}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
