'use client'

import { useMemo, useState } from 'react'
import { useLayout } from '@/components/player/use-layout'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { type TabItem, TabPanel, Tabs } from '@/components/ui/tabs'
import type { AttackAbout } from '@/lib/attack-matrix/about'
import { useAttackEntry } from '../run/use-attack-entry'
import { type Settings, valuesOf } from '../settings'
import { differenceOf, recordedRun } from './recorded'
import { RunColumn } from './run-column'
import { useAttempts } from './use-attempts'

interface SideBySideProps {
  about: AttackAbout
  /** Null where no switch matters: there is one run only. */
  before: Settings | null
  after: Settings
}

type Side = 'before' | 'after'

const TABS: readonly TabItem<Side>[] = [
  { id: 'before', label: 'Before' },
  { id: 'after', label: 'After' },
]

/** The attack run twice at once, and where the two runs part. On a phone, one at a time. */
export function SideBySide({ about, before, after }: SideBySideProps) {
  const attempts = useAttempts(about.slug, before, after)
  const one = useAttackEntry(about, before)
  const other = useAttackEntry(about, after)
  const phone = useLayout() === 'phone'
  const [tab, setTab] = useState<Side>('after')
  const failure = attempts.failure ?? one.failure ?? other.failure

  const { made: old } = one
  const first = useMemo(
    () =>
      old && old.settings === before && attempts.before ? recordedRun(old.entry, attempts.before, about.oracle) : null,
    [old, about, before, attempts.before],
  )
  const { made: now } = other
  const second = useMemo(
    () =>
      now && now.settings === after && attempts.after ? recordedRun(now.entry, attempts.after, about.oracle) : null,
    [now, about, after, attempts.after],
  )
  const difference = useMemo(() => (first && second ? differenceOf(first, second) : null), [first, second])
  const values = before && valuesOf(about, before)
  const changed = Object.entries(valuesOf(about, after)).flatMap(([name, value]) =>
    values && values[name] !== value ? [name] : [],
  )
  const marked = (index: 0 | 1) => difference && { step: difference.steps[index], has: difference.has[index] }

  const columns = {
    before: before && (
      <RunColumn about={about} title="Before" settings={before} run={first} difference={marked(0)} changed={changed} />
    ),
    after: (
      <RunColumn
        {...{ about, changed }}
        title={before ? 'After' : 'The run'}
        settings={after}
        run={second}
        difference={marked(1)}
      />
    ),
  }
  const retry = () => {
    for (const { failure: reason, retry: again } of [attempts, one, other]) if (reason) again()
  }
  if (failure) return <Failure sentence={failure} onRetry={retry} />
  return (
    <>
      <p role="status" className="sr-only">
        {second ? `${before && first ? `Before: ${first.verdict.title}. After: ` : ''}${second.verdict.title}.` : ''}
      </p>
      {phone && before ? (
        <>
          <Tabs<Side> label="Runs" group="runs" tabs={TABS} selected={tab} onSelect={setTab} className="mb-3" />
          <TabPanel group="runs" id={tab}>
            {columns[tab]}
          </TabPanel>
        </>
      ) : (
        <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
          {columns.before}
          {columns.after}
        </div>
      )}
    </>
  )
}

function Failure({ sentence, onRetry }: { sentence: string; onRetry(): void }) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 rounded-lg border border-control bg-sunken p-4">
      <Icon name="warning" size={18} className="shrink-0" />
      <p className="min-w-0 flex-1">{sentence}</p>
      <Button onClick={onRetry}>Retry</Button>
    </div>
  )
}
