'use client'

import { useEffect, useRef, useState } from 'react'
import type { Pressed } from '@/lib/room/state'
import { shownKey } from '../keys'
import { usePresent } from '../present-context'

/** How long it is seen, in milliseconds. */
const SHOWN = 1800

/** What the presenter pressed a moment ago. */
export function EchoChip() {
  const pressed = useFresh(usePresent().shared.pressed)
  if (!pressed) return null
  return (
    <p
      data-echo
      aria-hidden="true"
      className="absolute bottom-3 left-3 z-10 flex max-w-[80%] items-center gap-2.5 rounded-lg bg-ink px-3 py-1.5 text-base text-surface"
    >
      {pressed.key && (
        <span className="rounded border border-surface px-2 font-mono text-sm leading-6">{shownKey(pressed.key)}</span>
      )}
      {pressed.label}
    </p>
  )
}

/** What was pressed while this window looked on; what was pressed before a reload is old. */
function useFresh(pressed: Pressed | null): Pressed | null {
  const count = pressed?.count ?? 0
  const seen = useRef(count)
  const [fresh, setFresh] = useState(0)
  useEffect(() => {
    if (count === seen.current) return
    seen.current = count
    setFresh(count)
    const timer = setTimeout(() => setFresh(0), SHOWN)
    return () => clearTimeout(timer)
  }, [count])
  return fresh > 0 && fresh === count ? pressed : null
}
