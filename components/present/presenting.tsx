'use client'

import { notFound } from 'next/navigation'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { lookOnly } from '@/components/player/look-only'
import { PlayerProvider } from '@/components/player/player-context'
import type { PlayerActions, PlayerView } from '@/components/player/player-view'
import { actionsOf } from '@/components/player/run/actions'
import { optionsKey, type Run } from '@/components/player/run/run'
import { viewOf } from '@/components/player/run/view'
import type { Role, RoomState } from '@/lib/room/state'
import { holds } from '@/lib/room/wish'
import { findGrant, type GrantEntry } from '@/machines/catalogue'
import { Preparing } from './preparing'
import { type Pointing, PresentProvider } from './present-context'
import { PresentHelp } from './present-help'
import type { Presentation } from './session/presentation'
import { recordedState } from './session/recorded-run'
import { useCrowd } from './session/use-crowd'
import { useDrivenRun } from './session/use-driven-run'
import { usePresentation, usePresented } from './session/use-presentation'
import { useRoomLink } from './session/use-room-link'
import { SharedViewer } from './shared-viewer'
import { useCommands } from './use-commands'
import { usePresentKeys } from './use-present-keys'

interface PresentingProps {
  flow: string
  options: Record<string, string>
  /** Which window it is. */
  as: Role
  children: ReactNode
}

/** A window of a presentation: who drives, what all see, and below it whatever the window draws. */
export function Presenting({ flow, options, as: role, children }: PresentingProps) {
  const entry = findGrant(flow) ?? notFound()
  const presentation = usePresentation(role, flow, optionsKey(options))
  if (!presentation) return <Preparing entry={entry} as={role} failure={null} />
  return (
    <PresentingRun presentation={presentation} entry={entry} as={role}>
      {children}
    </PresentingRun>
  )
}

interface PresentingRunProps {
  presentation: Presentation
  entry: GrantEntry
  as: Role
  children: ReactNode
}

function PresentingRun({ presentation, entry, as: role, children }: PresentingRunProps) {
  const { shared, driving, connected, ready } = usePresented(presentation)
  const { run, failure, restart } = useDrivenRun(presentation, entry, ready && driving)
  const full = usePresentedView(presentation, entry, run)
  const { view, coming } = useMemo(() => withoutFuture(full, shared, role), [full, shared, role])

  const latest = useRef<PlayerView | null>(full)
  latest.current = full
  const actions = useMemo(() => driverActions(run, () => latest.current, restart), [run, restart])
  const [pointing, setPointing] = useState<Pointing>('none')
  const [told, setTold] = useState<string | null>(null)
  const help = useRef<HTMLDialogElement>(null)
  const notify = useCallback((sentence: string) => setTold(sentence), [])
  const commands = useCommands({ presentation, view: full, actions, pointing, setPointing, notify, help })
  usePresentKeys(commands)
  const { openRoom, closeRoom } = useRoomLink(presentation, notify)
  const crowd = useCrowd(shared.room, (wish) => {
    const now = presentation.state()
    if (now.driving && holds(wish, now.shared)) commands[wish.want]()
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a notice goes with the next thing that happens
  useEffect(() => setTold(null), [shared.step, shared.driver, shared.room])

  if (!view) return <Preparing entry={entry} as={role} failure={failure} />
  const notice = failure ?? told
  const context = { role, presentation, shared, driving, connected, crowd, pointing, coming, notice, commands }
  return (
    <PresentProvider value={{ ...context, notify, openRoom, closeRoom }}>
      <PlayerProvider view={view} actions={actions}>
        <SharedViewer />
        {children}
        <PresentHelp ref={help} />
      </PlayerProvider>
    </PresentProvider>
  )
}

const NEVER = () => () => {}

/** The run as this window can show it: live where it is driven, else as it was told. Null before there is one. */
function usePresentedView(presentation: Presentation, entry: GrantEntry, run: Run | null): PlayerView | null {
  const { shared, record } = usePresented(presentation)
  const live = useSyncExternalStore(run?.subscribe ?? NEVER, run?.state ?? nothing, nothing)
  const { options, step } = shared
  return useMemo(() => {
    if (run && live) return viewOf(run, live)
    if (!record) return null
    const view = viewOf({ entry, options: { ...options } }, recordedState(entry, record, step))
    // Until its own run is open, a window that drives waits, too.
    return { ...view, next: { ...view.next, enabled: false }, readOnly: true, userActs: false, events: [] }
  }, [entry, run, live, record, options, step])
}

const nothing = () => null

/** While a question is open, the slide does not show what comes; the console does. */
function withoutFuture(view: PlayerView | null, { question }: RoomState, role: Role) {
  const coming = view?.steps[view.cursor] ?? null
  if (!view || role === 'console' || !question || question.answer) return { view, coming }
  return { view: { ...view, steps: view.steps.slice(0, view.cursor), head: view.cursor }, coming }
}

/** Nothing can be done from a window that only looks. */
function driverActions(run: Run | null, view: () => PlayerView | null, restart: () => void): PlayerActions {
  if (!run) return lookOnly()
  const now = () => view() ?? viewOf(run, run.state())
  return actionsOf(run, now, { restart, setOption: () => {} })
}
