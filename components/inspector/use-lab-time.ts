'use client'

import { useEffect, useRef, useState } from 'react'
import { usePlayer } from '@/components/player/player-context'

/** A clock that waits for its reader runs on for so long after each message, in milliseconds. */
const PATIENCE = 1000

/** The lab's time now, in milliseconds: what its clock said last, running on as the lab's does. Ticks once a second. */
export function useLabTime(): number {
  const { clock } = usePlayer().lab
  const [passed, setPassed] = useState(0)
  const since = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new reading of the clock starts the count again.
  useEffect(() => {
    since.current = performance.now()
    setPassed(0)
    const timer = setInterval(() => {
      if (!document.hidden) setPassed(performance.now() - since.current)
    }, 1000)
    return () => clearInterval(timer)
  }, [clock.now, clock.advanced])

  return clock.now + (clock.waits ? Math.min(passed, PATIENCE) : passed)
}
