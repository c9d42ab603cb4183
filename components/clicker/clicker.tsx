'use client'

import { type ReactNode, Suspense, use, useMemo } from 'react'
import { lookOnly } from '@/components/player/look-only'
import { PlayerProvider } from '@/components/player/player-context'
import { viewOf } from '@/components/player/run/view'
import { recordedState } from '@/components/present/session/recorded-run'
import { useRoom } from '@/components/present/session/use-room'
import { useWakeLock } from '@/components/present/use-wake-lock'
import type { RunRecord } from '@/lib/room/record'
import type { RoomState } from '@/lib/room/state'
import { findGrant } from '@/machines/catalogue'
import { type GrantEntry, loadGrant } from '@/machines/kit/entry'
import { ClickerPad } from './clicker-pad'
import { useClickerKey } from './use-clicker-key'
import { useWishes } from './use-wishes'

const NO_KEY = 'This clicker has no key. Press “Phone clicker” in the console, and scan the code there.'

/** The presenter's phone: asks the window that drives for the next step, and shows what to say. */
export function Clicker({ code }: { code: string }) {
  const key = useClickerKey(code)
  const { state, record, connected, failure } = useRoom(code, false)
  const wishes = useWishes(code, key ?? null, state)
  useWakeLock()
  const entry = state && findGrant(state.flow)

  if (key === null) return <Message code={code} sentence={NO_KEY} />
  const waiting = <Message code={code} sentence={failure ?? 'Waiting for the presentation.'} />
  if (!entry || !record) return waiting
  const trouble = failure ?? (connected ? wishes.trouble : 'Not connected. Trying again.')
  return (
    <Suspense fallback={waiting}>
      <Shown {...{ entry, state, record }}>
        <ClickerPad state={state} wishes={wishes} trouble={trouble} />
      </Shown>
    </Suspense>
  )
}

interface ShownProps {
  entry: GrantEntry
  state: RoomState
  record: RunRecord
  children: ReactNode
}

/** The presented run, as far as it was shown. */
function Shown({ entry, state, record, children }: ShownProps) {
  const grant = use(loadGrant(entry))
  const view = useMemo(
    () => viewOf({ entry: grant, options: { ...state.options } }, recordedState(grant, record, state.step)),
    [grant, state, record],
  )
  return (
    <PlayerProvider view={view} actions={LOOKS}>
      {children}
    </PlayerProvider>
  )
}

const LOOKS = lookOnly()

function Message({ code, sentence }: { code: string; sentence: string }) {
  return (
    <main className="grid min-h-dvh place-content-center gap-3 p-6 text-center">
      <h1 className="font-semibold text-2xl">Clicker for room {code}</h1>
      <p role="status" className="max-w-[40ch] text-lg">
        {sentence}
      </p>
    </main>
  )
}
