'use client'

import { useState } from 'react'
import { usePlayer, usePlayerActions } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Segmented } from '@/components/ui/segmented'
import type { StolenDump, StolenStore } from '@/lib/lab/dump/report'
import { Loot } from './loot'

/** Somebody steals all rows of a store, and really tries what is in them. */
export function Theft() {
  const { parties } = usePlayer()
  const { stealDump } = usePlayerActions()
  const [store, setStore] = useState<StolenStore>('authorization-server')
  const [dump, setDump] = useState<StolenDump | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const choices = [
    { value: 'authorization-server', label: parties['authorization-server'].name },
    { value: 'client', label: parties.client.name },
  ] as const

  async function steal() {
    setBusy(true)
    setFailure(null)
    try {
      setDump(await stealDump(store))
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'The app failed. Try again.')
    }
    setBusy(false)
  }
  return (
    <section aria-label="Steal the dump" className="border-line border-b px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <p className="basis-full text-muted text-xs">
          A thief copies every row of one party’s store, and tries what is in them.
        </p>
        <Segmented<StolenStore> label="Whose store" choices={choices} value={store} onChange={setStore} />
        <Button className="ml-auto" aria-busy={busy} disabled={busy} onClick={steal}>
          <Icon name="copy" size={14} />
          {busy ? 'Trying every value …' : 'Steal the dump'}
        </Button>
      </div>
      {failure && (
        <p role="alert" className="mt-2 rounded-md border border-control bg-surface p-2.5 text-sm">
          {failure}
        </p>
      )}
      <div role="status">
        {dump && <Loot dump={dump} owner={parties[dump.store].name} onClose={() => setDump(null)} />}
      </div>
    </section>
  )
}
