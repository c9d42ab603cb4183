'use client'

import { usePlayer } from './player-context'
import type { PlayerView } from './player-view'

/** Milliseconds of lab time between the run's first message and the cursor; live, until now. */
export function sinceStart({ steps, current, live, lab }: PlayerView): number {
  const start = steps[0]?.exchange?.at
  // A first message that still lies on the wire has no time yet.
  if (!start) return 0
  const at = current?.exchange?.at ?? start
  return Math.max(0, (live ? Math.max(at, lab.clock.now) : at) - start)
}

/** `T+00:03:20`. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `T+${parts.map((part) => String(part).padStart(2, '0')).join(':')}`
}

/** The lab's own time, which can be advanced. */
export function RunClock() {
  const text = clockText(sinceStart(usePlayer()))
  return (
    <span className="font-mono text-muted text-sm tabular-nums" title="Time in the lab since the first message">
      {text}
    </span>
  )
}
