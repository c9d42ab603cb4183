'use client'

import { useEffect, useRef } from 'react'
import { commandFor } from '@/components/player/keys'
import { useCharacterKeys } from '@/components/player/use-character-keys'
import { cycleTheme } from '@/components/ui/theme'

interface Handlers {
  next(): void
  back(): void
  /** One message in the column that has the focus. */
  step(): void
  restart(): void
}

/** This page scrolls, so the keys that scroll keep doing that. */
const SCROLLING = new Set([' ', 'PageDown', 'PageUp', 'Home', 'End'])

/** The player's keys, as far as they mean something here: a phase where the player has a step. */
export function useCompareKeys(handlers: Handlers): void {
  const [characters] = useCharacterKeys()
  const latest = useRef({ handlers, characters })
  useEffect(() => {
    latest.current = { handlers, characters }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { handlers: now, characters: on } = latest.current
      const command = SCROLLING.has(event.key) ? null : commandFor(event, on)
      const meant: Partial<Record<NonNullable<typeof command>, () => void>> = {
        next: now.next,
        back: now.back,
        'next-phase': now.step,
        restart: now.restart,
        theme: cycleTheme,
      }
      const work = command && meant[command]
      if (!work) return
      event.preventDefault()
      work()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
