'use client'

import { useCallback, useSyncExternalStore } from 'react'

const KEY = 'character-keys'
const CHANGED = 'character-keys-changed'

function subscribe(changed: () => void) {
  window.addEventListener(CHANGED, changed)
  return () => window.removeEventListener(CHANGED, changed)
}

/** Whether single letters and digits are keys (WCAG 2.1.4); remembered in this browser. */
export function useCharacterKeys(): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(KEY) !== 'off',
    () => true,
  )
  const set = useCallback((next: boolean) => {
    localStorage.setItem(KEY, next ? 'on' : 'off')
    window.dispatchEvent(new Event(CHANGED))
  }, [])
  return [on, set]
}
