'use client'

import { useSyncExternalStore } from 'react'

/** `wide`: rail, diagram, inspector. `medium`: the rail is a menu. `phone`: the transcript is the player. */
export type Layout = 'phone' | 'medium' | 'wide'

const MEDIUM = '(min-width: 768px)'
const WIDE = '(min-width: 1280px)'

function subscribe(changed: () => void) {
  const queries = [matchMedia(MEDIUM), matchMedia(WIDE)]
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    for (const query of queries) query.removeEventListener('change', changed)
  }
}

/** The layout at this moment; in a page only. */
export const layoutNow = (): Layout =>
  matchMedia(WIDE).matches ? 'wide' : matchMedia(MEDIUM).matches ? 'medium' : 'phone'

/** Which layout the window has room for; the server assumes a wide one, and the style sheet hides what is wrong. */
export const useLayout = (): Layout => useSyncExternalStore(subscribe, layoutNow, () => 'wide')
