'use client'

import { Fragment, type ReactNode, useEffect, useRef } from 'react'
import { usePlayer, useViewer } from '@/components/player/player-context'
import type { Tab } from '@/components/player/viewer'
import { OnDemand, partOf } from '@/components/ui/on-demand'
import { type TabItem, TabPanel, Tabs } from '@/components/ui/tabs'
import { EDITOR, MessagePanel } from './message/message-panel'

const TABS: readonly TabItem<Tab>[] = [
  { id: 'message', label: 'Message', shortcut: '1' },
  { id: 'checks', label: 'Checks', shortcut: '2' },
  { id: 'storage', lead: 'Tokens & ', label: 'storage', shortcut: '3' },
  { id: 'exposure', label: 'Exposure', shortcut: '4' },
  { id: 'machine', label: 'Machine', shortcut: '5' },
]

/** A run opens at its messages; the code of the other panels comes once the page stands. */
const CHECKS = partOf(async () => (await import('./checks/checks-panel')).ChecksPanel)
const STORAGE = partOf(async () => (await import('./storage/storage-panel')).StoragePanel)
const EXPOSURE = partOf(async () => (await import('./exposure/exposure-panel')).ExposurePanel)
const MACHINE = partOf(async () => (await import('./machine/machine-panel')).MachinePanel)

const PANELS: Readonly<Record<Tab, () => ReactNode>> = {
  message: () => <MessagePanel />,
  checks: () => <OnDemand part={CHECKS} given={{}} />,
  storage: () => <OnDemand part={STORAGE} given={{}} />,
  exposure: () => <OnDemand part={EXPOSURE} given={{}} />,
  machine: () => <OnDemand part={MACHINE} given={{}} />,
}

export function preloadPanels(): Promise<unknown> {
  return Promise.all([CHECKS, STORAGE, EXPOSURE, MACHINE, EDITOR].map(({ preload }) => preload()))
}

/** Everything there is to know about the step at the cursor. Fills the box it is put in and scrolls inside. */
export function Inspector() {
  const tab = useViewer((viewer) => viewer.tab)
  const setTab = useViewer((viewer) => viewer.setTab)
  const { lesson } = usePlayer()
  const tabs = lesson ? TABS.filter(({ id }) => id !== 'machine') : TABS
  useEndOfEditing()
  useEffect(afterTheRest, [])
  return (
    <div className="@container flex h-full min-h-0 flex-col bg-surface text-ink">
      <Tabs
        label="Inspector"
        group="inspector"
        tabs={tabs}
        selected={tab}
        onSelect={setTab}
        className="shrink-0 overflow-x-auto px-1 [scrollbar-width:none] @max-[400px]:justify-between @max-[400px]:px-0 @max-[400px]:[&>button]:px-1.5"
      />
      <TabPanel group="inspector" id={tab} className="min-h-0 grow overflow-y-auto overscroll-contain">
        <Fragment key={tab}>{PANELS[tab]()}</Fragment>
      </TabPanel>
    </div>
  )
}

/** An editor belongs to one step: going to another one closes it. What was typed is kept. */
function useEndOfEditing(): void {
  const { current } = usePlayer()
  const setEditing = useViewer((viewer) => viewer.setEditing)
  const step = current?.id
  const before = useRef(step)
  useEffect(() => {
    if (before.current !== step) setEditing(false)
    before.current = step
  }, [step, setEditing])
}

/** Loads the other panels a second after the page stands; a panel asked for before loads by itself. */
function afterTheRest(): () => void {
  const timer = setTimeout(() => void preloadPanels().catch(() => {}), 1_000)
  return () => clearTimeout(timer)
}
