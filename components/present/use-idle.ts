'use client'

import { useEffect, useState } from 'react'

const IDLE_MILLISECONDS = 3000

/** Whether the pointer has rested for a while: then it is in the way. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    const rest = () => setIdle(true)
    let timer = setTimeout(rest, IDLE_MILLISECONDS)
    const moved = () => {
      clearTimeout(timer)
      timer = setTimeout(rest, IDLE_MILLISECONDS)
      setIdle(false)
    }
    window.addEventListener('pointermove', moved)
    window.addEventListener('focusin', moved)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointermove', moved)
      window.removeEventListener('focusin', moved)
    }
  }, [])
  return idle
}
