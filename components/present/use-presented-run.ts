'use client'

import { useMemo, useRef, useSyncExternalStore } from 'react'
import { lookOnly } from '@/components/player/look-only'
import type { PlayerActions, PlayerView } from '@/components/player/player-view'
import { actionsOf } from '@/components/player/run/actions'
import { viewOf } from '@/components/player/run/view'
import type { LoadedGrant } from '@/machines/kit/entry'
import { privateActions, privateView } from './private-view'
import type { Presentation } from './session/presentation'
import { recordedState } from './session/recorded-run'
import { useDrivenRun } from './session/use-driven-run'
import { usePresented } from './session/use-presentation'

interface PresentedRun {
  /** As this window sees it; null before there is a run. */
  view: PlayerView | null
  /** As the audience sees it while this window looks privately; else null. */
  audience: PlayerView | null
  actions: PlayerActions
  failure: string | null
}

/** The run as a window can show it: live where it is driven, else as it was told. */
export function usePresentedRun(presentation: Presentation, entry: LoadedGrant): PresentedRun {
  const { shared, look, record, driving, ready } = usePresented(presentation)
  const { run, failure, restart } = useDrivenRun(presentation, entry, ready && driving)
  const live = useSyncExternalStore(run?.subscribe ?? NEVER, run?.state ?? nothing, nothing)
  const { options, step } = shared
  const privately = look !== null

  const told = useMemo(() => {
    if (!record || (run && !privately)) return null
    const view = viewOf({ entry, options: { ...options } }, recordedState(entry, record, step))
    // Until its own run is open, a window that drives waits, too.
    return { ...view, next: { ...view.next, enabled: false }, readOnly: true, userActs: false, events: [] }
  }, [entry, record, run, privately, options, step])
  const view = useMemo(() => {
    if (!run || !live) return told
    return privately ? privateView(viewOf(run, live)) : viewOf(run, live)
  }, [run, live, told, privately])

  const latest = useRef(view)
  latest.current = view
  const actions = useMemo(() => {
    // Nothing can be done from a window that only looks.
    if (!run) return lookOnly()
    const now = () => latest.current ?? viewOf(run, run.state())
    const own = actionsOf(run, now, { restart, setOption: () => {} })
    return privately ? privateActions(own, now) : own
  }, [run, restart, privately])

  return { view, audience: privately ? told : null, actions, failure }
}

const NEVER = () => () => {}
const nothing = () => null
