'use client'

import { useEffect, useRef, useState } from 'react'
import { usePlayer } from '@/components/player/player-context'

/** The lab's time now, in milliseconds: what its clock said last, running on at the pace of the wall's. Ticks once a second. */
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

  return clock.now + passed
}
