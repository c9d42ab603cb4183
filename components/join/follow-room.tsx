'use client'

import Link from 'next/link'
import { Suspense, use, useEffect, useMemo, useState } from 'react'
import { Player } from '@/components/player/player'
import { PlayerProvider } from '@/components/player/player-context'
import { useRoom } from '@/components/present/session/use-room'
import type { RunRecord } from '@/lib/room/record'
import type { RoomState } from '@/lib/room/state'
import { findGrant } from '@/machines/catalogue'
import { type GrantEntry, loadGrant } from '@/machines/kit/entry'
import { followActions, followedView } from './followed-view'
import { VotePanel } from './vote-panel'

/** A student's own player over the presenter's run: follows, or looks around by itself. */
export function FollowRoom({ code }: { code: string }) {
  const room = useRoom(code)
  const { state, record, failure } = room
  const entry = state && findGrant(state.flow)
  const waiting = <Waiting code={code} failure={failure} />
  if (!entry || !record) return waiting
  return (
    <Suspense fallback={waiting}>
      <FollowedRun {...room} {...{ code, entry, state, record }} />
    </Suspense>
  )
}

interface FollowedRunProps extends Pick<ReturnType<typeof useRoom>, 'crowd' | 'connected' | 'failure'> {
  code: string
  entry: GrantEntry
  state: RoomState
  record: RunRecord
}

function FollowedRun({ code, entry, state, record, crowd, connected, failure }: FollowedRunProps) {
  const grant = use(loadGrant(entry))
  /** Step the student looks at; null follows the presenter. */
  const [cursor, setCursor] = useState<number | null>(null)
  const view = useMemo(() => followedView({ entry: grant, state, record, cursor }), [grant, state, record, cursor])
  const actions = useMemo(() => followActions(view, setCursor), [view])

  const { run } = record
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run is looked at from where the presenter is
  useEffect(() => setCursor(null), [run])

  const trouble = failure ?? (connected ? null : 'Not connected. Trying again; what you saw stays here.')
  return (
    <PlayerProvider view={view} actions={actions}>
      <Player />
      {trouble && (
        <p
          role="status"
          className="fixed inset-x-0 top-12 z-40 border-line border-b bg-mark px-4 py-2 text-center text-ink"
        >
          {trouble}
        </p>
      )}
      {state.question && <VotePanel key={state.question.id} code={code} question={state.question} crowd={crowd} />}
    </PlayerProvider>
  )
}

function Waiting({ code, failure }: { code: string; failure: string | null }) {
  return (
    <main className="grid min-h-dvh place-content-center gap-3 p-6 text-center">
      <h1 className="font-semibold text-2xl">Room {code}</h1>
      {failure ? (
        <>
          <p role="alert" className="max-w-[48ch] text-lg">
            {failure}
          </p>
          <p>
            <Link href="/join" className="text-accent underline">
              Type another code
            </Link>
          </p>
        </>
      ) : (
        <p role="status" className="text-lg text-muted">
          Waiting for the presenter to begin.
        </p>
      )}
    </main>
  )
}
