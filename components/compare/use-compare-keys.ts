'use client'

import { commandFor } from '@/components/player/keys'
import { useCharacterKeys } from '@/components/player/use-character-keys'
import { cycleTheme } from '@/components/ui/theme'
import { useKeydown } from '@/components/ui/use-keydown'

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
  useKeydown((event) => {
    const command = SCROLLING.has(event.key) ? null : commandFor(event, characters)
    const meant: Partial<Record<NonNullable<typeof command>, () => void>> = {
      next: handlers.next,
      back: handlers.back,
      'next-phase': handlers.step,
      restart: handlers.restart,
      theme: cycleTheme,
    }
    const work = command && meant[command]
    if (!work) return
    event.preventDefault()
    work()
  })
}
