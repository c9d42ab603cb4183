'use client'

import { useEffect, useState } from 'react'
import { type Pace, paceOf } from '@/lib/room/pace'
import type { Talk } from '@/lib/room/state'

const MINUTE = 60_000

/** How the talk stands now: the plan spreads the steps evenly. */
export function usePace({ planned, startedAt }: Talk, done: number, steps: number): Pace {
  const now = useSeconds()
  const elapsed = startedAt === null ? 0 : Math.max(0, now - startedAt)
  const pace = paceOf({ elapsed, planned: planned * MINUTE, done, steps })
  return startedAt === null ? { ...pace, words: 'not started' } : pace
}

function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}
