'use client'

import { useEffect, useState } from 'react'
import { roomApi } from './room-api'

/** How many follow and vote; what they voted only once the answer is revealed. */
export interface Crowd {
  followers: number
  voted: number
  counts: Readonly<Record<string, number>> | null
}

/** The crowd in a room, for the presenter's own windows; null without a room. */
export function useCrowd(code: string | null): Crowd | null {
  const [crowd, setCrowd] = useState<Crowd | null>(null)
  useEffect(() => {
    setCrowd(null)
    if (code === null) return
    const events = roomApi.events(code, false)
    events.addEventListener('crowd', ({ data }) => setCrowd(JSON.parse(data)))
    return () => events.close()
  }, [code])
  return crowd
}
