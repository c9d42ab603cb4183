'use client'

import { useEffect, useRef, useState } from 'react'
import type { Wish } from '@/lib/room/wish'
import { roomApi } from './room-api'

/** How many follow and vote; what they voted only once the answer is revealed. */
export interface Crowd {
  followers: number
  voted: number
  counts: Readonly<Record<string, number>> | null
}

/**
 * What the presenter's own windows hear from a room: the crowd, null without a room, and what a clicker asks for.
 */
export function useCrowd(code: string | null, wished: (wish: Wish) => void): Crowd | null {
  const [crowd, setCrowd] = useState<Crowd | null>(null)
  const latest = useRef(wished)
  latest.current = wished
  useEffect(() => {
    setCrowd(null)
    if (code === null) return
    const events = roomApi.events(code, false)
    events.addEventListener('crowd', ({ data }) => setCrowd(JSON.parse(data)))
    events.addEventListener('wish', ({ data }) => latest.current(JSON.parse(data)))
    return () => events.close()
  }, [code])
  return crowd
}
