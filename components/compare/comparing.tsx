'use client'

import { useCallback, useState } from 'react'
import { useLayout } from '@/components/player/use-layout'
import { Notices } from '@/components/ui/notices'
import { TabPanel, Tabs } from '@/components/ui/tabs'
import { announcement } from './announcement'
import { ColumnHead } from './column-head'
import { Columns } from './columns'
import { CompareBar } from './compare-bar'
import { MessageDrawer } from './message-drawer'
import type { Opened } from './phase-cell'
import { PhaseGrid } from './phase-grid'
import { ResultTable } from './result-table'
import type { FlowSpec } from './specs/spec'
import { useCompareKeys } from './use-compare-keys'
import { useComparison } from './use-comparison'

interface ComparingProps {
  specs: readonly FlowSpec[]
  onSpecs(specs: FlowSpec[]): void
  /** Row of a shared link: the flows run to the end of it. */
  phase: string | null
}

/** Flows side by side: controls, phases, the message looked at, and the table. */
export function Comparing({ specs, onSpecs, phase }: ComparingProps) {
  const { comparison, view, notice } = useComparison(specs, phase)
  const phone = useLayout() === 'phone'
  const [tab, setTab] = useState(0)
  const [opened, setOpened] = useState<Opened | null>(null)
  const chosen = Math.min(tab, view.columns.length - 1)
  const close = useCallback(() => setOpened(null), [])

  const ready = view.columns.length > 0 && view.columns.every(({ column }) => column.run !== null)
  const stepIn = (index: number) => {
    const column = view.columns[index]?.column
    if (column) void comparison.step(column)
  }
  useCompareKeys({
    next: () => ready && void comparison.next(),
    back: comparison.back,
    step: () => stepIn(phone ? chosen : focusedColumn()),
    restart: () => ready && void comparison.restart(),
  })

  const heads = view.columns.map((column, index) => (
    <ColumnHead
      key={column.column.key}
      view={column}
      specs={specs}
      busy={view.busy}
      onStep={() => stepIn(index)}
      onRetry={() => void (column.column.run ? comparison.step(column.column) : column.column.open())}
      onChange={(spec) => onSpecs(specs.map((one, at) => (at === index ? spec : one)))}
      onRemove={() => onSpecs(specs.filter((_, at) => at !== index))}
    />
  ))
  const looked = view.columns.find(({ column }) => column.key === opened?.column)
  const run = opened?.elsewhere ? looked?.column.elsewhere : looked?.column.run
  return (
    <>
      <CompareBar
        view={view}
        ready={ready}
        onNext={() => void comparison.next()}
        onBack={comparison.back}
        onLive={() => comparison.look(view.reached)}
        onAll={() => void comparison.runAll()}
        onRestart={() => void comparison.restart()}
      />
      <h2 className="sr-only">Phase by phase</h2>
      {notice && <Notices notices={[notice]} className="mx-4 mb-5 sm:mx-6" />}
      {phone && view.columns.length > 0 ? (
        <>
          <Tabs
            label="Flows"
            group="flows"
            tabs={view.columns.map(({ name }, index) => ({ id: String(index), label: name }))}
            selected={String(chosen)}
            onSelect={(id) => setTab(Number(id))}
            className="overflow-x-auto bg-surface [scrollbar-width:none]"
          />
          <TabPanel group="flows" id={String(chosen)}>
            {heads[chosen]}
            <div className="grid grid-cols-1">
              <PhaseGrid view={view} only={chosen} opened={opened} onOpen={setOpened} />
            </div>
          </TabPanel>
        </>
      ) : (
        <Columns view={view} heads={heads}>
          <PhaseGrid view={view} only={null} opened={opened} onOpen={setOpened} />
        </Columns>
      )}
      <ResultTable view={view} specs={specs} cards={phone} onOpen={setOpened} />
      {run && looked && opened && (
        <MessageDrawer
          key={`${opened.column} ${opened.elsewhere}`}
          run={run}
          tour={opened.elsewhere ? null : looked.column.tour}
          name={looked.name}
          step={opened.step}
          onStep={(step) => setOpened({ ...opened, step })}
          onClose={close}
        />
      )}
      <p role="status" aria-live="polite" className="sr-only">
        {announcement(view)}
      </p>
    </>
  )
}

/** The column that has the focus, else the first. */
function focusedColumn(): number {
  const column = document.activeElement?.closest<HTMLElement>('[data-column]')?.dataset.column
  return Number(column ?? 0)
}
