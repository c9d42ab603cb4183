'use client'

import { type ReactNode, useMemo, useState } from 'react'
import { PlayerProvider } from '@/components/player/player-context'
import type { PlayerActions } from '@/components/player/player-view'
import { sampleView } from './sample-view'

interface SamplePlayerProps {
  head?: number
  cursor?: number
  refused?: boolean
  children: ReactNode
}

/** A player over the sample run: the buttons work, nothing is sent. */
export function SamplePlayer({
  head: firstHead = 14,
  cursor: firstCursor = firstHead,
  refused = false,
  children,
}: SamplePlayerProps) {
  const [{ head, cursor }, move] = useState({ head: firstHead, cursor: firstCursor })
  const [options, setOptions] = useState<Record<string, string>>({})
  const view = useMemo(() => sampleView({ head, cursor, refused, options }), [head, cursor, refused, options])
  const actions = useMemo((): PlayerActions => {
    const last = sampleView({ refused }).steps.length
    const goTo = (number: number) => move((now) => ({ ...now, cursor: Math.max(0, Math.min(number, now.head)) }))
    const next = () =>
      move((now) =>
        now.cursor < now.head
          ? { ...now, cursor: now.cursor + 1 }
          : { head: Math.min(last, now.head + 1), cursor: Math.min(last, now.head + 1) },
      )
    return {
      next,
      back: () => move((now) => ({ ...now, cursor: Math.max(0, now.cursor - 1) })),
      jumpToLive: () => move((now) => ({ ...now, cursor: now.head })),
      restart: () => move({ head: 0, cursor: 0 }),
      goTo,
      nextPhase: () => goTo(cursor + 4),
      previousPhase: () => goTo(cursor - 4),
      submit: next,
      send: next,
      deliverEdited: next,
      drop: next,
      sendAgain: next,
      advanceClock: () => {},
      sweep: () => {},
      goHere: () => {},
      showBranch: () => {},
      stealDump: () => Promise.reject(new Error('The sample run has no server.')),
      setOption: (name, value) => setOptions((now) => ({ ...now, [name]: value })),
      retry: () => {},
    }
  }, [cursor, refused])
  return (
    <PlayerProvider view={view} actions={actions}>
      {children}
    </PlayerProvider>
  )
}
