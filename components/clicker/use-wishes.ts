'use client'

import { useEffect, useState } from 'react'
import { roomApi } from '@/components/present/session/room-api'
import type { RoomState } from '@/lib/room/state'
import { holds, type Want, type Wish, wishFor } from '@/lib/room/wish'

/** Milliseconds after which somebody is told that nothing moved, and may press again. */
const PATIENCE = 4000

const UNHEARD = 'Nothing moved. Look whether the console is still open, and press again.'

export interface Wishes {
  /** What was asked for and has not come yet; a second press waits for it. */
  pending: Want | null
  trouble: string | null
  ask(want: Want): void
}

/** What the phone asks of the window that drives. */
export function useWishes(code: string, key: string | null, state: RoomState | null): Wishes {
  const [asked, setAsked] = useState<Wish | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const pending = asked && state && holds(asked, state) ? asked : null

  const moved = state?.moved
  // biome-ignore lint/correctness/useExhaustiveDependencies: once something moves, all is well
  useEffect(() => setTrouble(null), [moved])

  useEffect(() => {
    if (!pending) return
    setTrouble(null)
    const give = (sentence: string) => {
      setAsked(null)
      setTrouble(sentence)
    }
    const timer = setTimeout(() => give(UNHEARD), PATIENCE)
    return () => clearTimeout(timer)
  }, [pending])

  return {
    pending: pending?.want ?? null,
    trouble,
    ask(want) {
      if (!key || !state || pending) return
      const wish = wishFor(state, want)
      setAsked(wish)
      roomApi.wish(code, key, wish).catch((error: Error) => {
        setAsked(null)
        setTrouble(error.message)
      })
    },
  }
}
