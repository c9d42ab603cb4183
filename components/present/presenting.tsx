'use client'

import { notFound } from 'next/navigation'
import { type ReactNode, Suspense, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { PlayerProvider } from '@/components/player/player-context'
import type { PlayerView } from '@/components/player/player-view'
import { optionsKey } from '@/components/player/run/run'
import type { Role, RoomState } from '@/lib/room/state'
import { holds } from '@/lib/room/wish'
import { findGrant } from '@/machines/catalogue'
import { type GrantEntry, loadGrant } from '@/machines/kit/entry'
import { Preparing } from './preparing'
import { type Pointing, PresentProvider } from './present-context'
import { PresentHelp } from './present-help'
import type { Presentation } from './session/presentation'
import { seenIn } from './session/presented'
import { useCrowd } from './session/use-crowd'
import { usePresentation, usePresented } from './session/use-presentation'
import { useRoomLink } from './session/use-room-link'
import { SharedViewer } from './shared-viewer'
import { useCommands } from './use-commands'
import { useEchoed } from './use-echoed'
import { usePresentKeys } from './use-present-keys'
import { usePresentedRun } from './use-presented-run'

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
  const preparing = <Preparing entry={entry} as={role} failure={null} />
  if (!presentation) return preparing
  return (
    <Suspense fallback={preparing}>
      <PresentingRun presentation={presentation} entry={entry} as={role}>
        {children}
      </PresentingRun>
    </Suspense>
  )
}

interface PresentingRunProps {
  presentation: Presentation
  entry: GrantEntry
  as: Role
  children: ReactNode
}

function PresentingRun({ presentation, entry: listed, as: role, children }: PresentingRunProps) {
  const entry = use(loadGrant(listed))
  const presented = usePresented(presentation)
  const { shared, look, driving, connected } = presented
  const seen = useMemo(() => seenIn(presented), [presented])
  const { view: full, audience, actions, failure } = usePresentedRun(presentation, entry)
  const { view, coming } = useMemo(() => withoutFuture(full, shared, role), [full, shared, role])

  const [pointing, setPointing] = useState<Pointing>('none')
  const [told, setTold] = useState<string | null>(null)
  const help = useRef<HTMLDialogElement>(null)
  const notify = useCallback((sentence: string) => setTold(sentence), [])
  const plain = useCommands({ role, presentation, view: full, actions, pointing, setPointing, notify, help })
  const { press, commands } = useEchoed(presentation, plain)
  usePresentKeys(press)
  const { openRoom, closeRoom } = useRoomLink(presentation, notify)
  const crowd = useCrowd(shared.room, (wish) => {
    const now = presentation.state()
    if (!now.driving || !holds(wish, now.shared)) return
    // Who clicks means what the audience sees.
    if (now.look) flushSync(commands.private)
    commands[wish.want]()
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a notice goes with the next thing that happens
  useEffect(() => setTold(null), [seen.step, shared.driver, shared.room, look === null])

  if (!view) return <Preparing entry={entry} as={role} failure={failure} />
  const context = { role, presentation, shared: seen, driving, connected, crowd, pointing, coming, commands }
  const frozen = audience && { view: audience, shared }
  return (
    <PresentProvider value={{ ...context, frozen, notice: failure ?? told, notify, openRoom, closeRoom }}>
      <PlayerProvider view={view} actions={actions}>
        <SharedViewer />
        {children}
        <PresentHelp ref={help} />
      </PlayerProvider>
    </PresentProvider>
  )
}

/** While a question is open, the slide does not show what comes; the console does. */
function withoutFuture(view: PlayerView | null, { question }: RoomState, role: Role) {
  const coming = view?.steps[view.cursor] ?? null
  if (!view || role === 'console' || !question || question.answer) return { view, coming }
  return { view: { ...view, steps: view.steps.slice(0, view.cursor), head: view.cursor }, coming }
}
