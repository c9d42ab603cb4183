'use client'

import { useEffect } from 'react'

/** Keeps the screen on while the page is seen, where the browser can (Screen Wake Lock API). */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let current = true
    async function hold() {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      try {
        const held = await navigator.wakeLock.request('screen')
        if (current) lock = held
        else await held.release()
      } catch {
        // Low battery, or not allowed: the screen does what it always does.
      }
    }
    void hold()
    document.addEventListener('visibilitychange', hold)
    return () => {
      current = false
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [])
}
