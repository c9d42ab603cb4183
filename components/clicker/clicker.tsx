'use client'

import { useMemo } from 'react'
import { lookOnly } from '@/components/player/look-only'
import { PlayerProvider } from '@/components/player/player-context'
import { viewOf } from '@/components/player/run/view'
import { recordedState } from '@/components/present/session/recorded-run'
import { useRoom } from '@/components/present/session/use-room'
import { useWakeLock } from '@/components/present/use-wake-lock'
import { findGrant } from '@/machines/catalogue'
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
  const view = useMemo(() => {
    if (!entry || !record) return null
    return viewOf({ entry, options: { ...state.options } }, recordedState(entry, record, state.step))
  }, [entry, state, record])

  if (key === null) return <Message code={code} sentence={NO_KEY} />
  if (!state || !view) return <Message code={code} sentence={failure ?? 'Waiting for the presentation.'} />
  const trouble = failure ?? (connected ? wishes.trouble : 'Not connected. Trying again.')
  return (
    <PlayerProvider view={view} actions={LOOKS}>
      <ClickerPad state={state} wishes={wishes} trouble={trouble} />
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
