'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { usePlayer, useViewer } from '@/components/player/player-context'
import type { Tab } from '@/components/player/viewer'
import { TabPanel, Tabs } from '@/components/ui/tabs'
import { ChecksPanel } from './checks/checks-panel'
import { MachinePanel } from './machine/machine-panel'
import { MessagePanel } from './message/message-panel'
import { StoragePanel } from './storage/storage-panel'

const TABS: readonly { id: Tab; label: string; shortcut: string }[] = [
  { id: 'message', label: 'Message', shortcut: '1' },
  { id: 'checks', label: 'Checks', shortcut: '2' },
  { id: 'storage', label: 'Tokens & storage', shortcut: '3' },
  { id: 'machine', label: 'Machine', shortcut: '4' },
]

const PANELS: Readonly<Record<Tab, () => ReactNode>> = {
  message: MessagePanel,
  checks: ChecksPanel,
  storage: StoragePanel,
  machine: MachinePanel,
}

/** Everything there is to know about the step at the cursor. Fills the box it is put in and scrolls inside. */
export function Inspector() {
  const tab = useViewer((viewer) => viewer.tab)
  const setTab = useViewer((viewer) => viewer.setTab)
  useEndOfEditing()
  const Panel = PANELS[tab]
  return (
    <div className="@container flex h-full min-h-0 flex-col bg-surface text-ink">
      <Tabs
        label="Inspector"
        group="inspector"
        tabs={TABS}
        selected={tab}
        onSelect={setTab}
        className="shrink-0 overflow-x-auto px-1 [scrollbar-width:none] @max-[400px]:justify-between @max-[400px]:px-0 @max-[400px]:[&>button]:px-2"
      />
      <TabPanel group="inspector" id={tab} className="min-h-0 grow overflow-y-auto overscroll-contain">
        <Panel />
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
