'use client'

import { notFound } from 'next/navigation'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { lookOnly } from '@/components/player/look-only'
import { PlayerProvider } from '@/components/player/player-context'
import { actionsOf } from '@/components/player/run/actions'
import type { Run } from '@/components/player/run/run'
import { viewOf } from '@/components/player/run/view'
import { PlayerSkeleton } from '@/components/player/skeleton'
import { TABS } from '@/components/player/viewer'
import { wearTheme } from '@/components/ui/theme'
import { findGrant } from '@/machines/catalogue'
import type { EmbedSpot } from './embed-link'
import { EmbedSteps } from './embed-steps'
import { embeddedView } from './embedded-view'
import { LockedStep } from './locked-step'
import { useEmbeddedRun } from './use-embedded-run'

interface EmbedPlayerProps {
  flow: string
  spot: EmbedSpot
}

/** A flow in a frame of a course page: a live run without the app around it. */
export function EmbedPlayer({ flow, spot }: EmbedPlayerProps) {
  const entry = findGrant(flow) ?? notFound()
  const { run, failure, retry } = useEmbeddedRun(entry, spot)
  const { theme } = spot
  useEffect(() => {
    if (theme) wearTheme(theme)
  }, [theme])
  if (!run) return <PlayerSkeleton title={entry.title} summary={entry.summary} failure={failure} onRetry={retry} />
  return <RunningEmbed key={run.state().lab.id} run={run} spot={spot} />
}

function RunningEmbed({ run, spot }: { run: Run; spot: EmbedSpot }) {
  const state = useSyncExternalStore(run.subscribe, run.state, run.state)
  const view = useMemo(() => embeddedView(viewOf(run, state)), [run, state])
  // A step that this run does not come to cannot be locked: the reader is told, and goes on from where it stands.
  const [locked] = useState(() => spot.locked && run.state().failure === null)
  const latest = useRef(view)
  latest.current = view
  const actions = useMemo(() => {
    if (locked) return lookOnly()
    return actionsOf(run, () => latest.current, { restart: () => {}, setOption: () => {} })
  }, [run, locked])
  const initial = { tab: spot.tab, view: spot.view, inspectorOpen: spot.tab !== TABS[0] }
  return (
    <PlayerProvider view={view} actions={actions} initial={initial}>
      {locked ? <LockedStep theme={spot.theme} /> : <EmbedSteps theme={spot.theme} />}
    </PlayerProvider>
  )
}
