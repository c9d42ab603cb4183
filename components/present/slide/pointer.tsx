'use client'

import { useEffect, useState } from 'react'
import type { RoomState } from '@/lib/room/state'
import { usePresent } from '../present-context'

type Stroke = NonNullable<RoomState['ink']>

/** A stroke is gone this long after its last point, in milliseconds. */
const VANISH = 3000

/** The laser's dot and the vanishing ink. Neither is kept anywhere. */
export function Pointer() {
  const { laser, ink } = usePresent().shared
  const strokes = useVanishing(ink)
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 z-40">
      <svg aria-hidden="true" className="absolute inset-0 size-full" viewBox="0 0 1 1" preserveAspectRatio="none">
        {strokes.map(({ stroke, points }) => (
          <polyline
            key={stroke}
            points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
            fill="none"
            stroke="var(--attacker-line)"
            strokeWidth="4"
            strokeLinecap="round"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      {laser && (
        <span
          data-laser
          className="absolute size-4 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-white bg-attacker-line"
          style={{ left: `${laser.x * 100}%`, top: `${laser.y * 100}%` }}
        />
      )}
    </div>
  )
}

/** The strokes still to be seen: each goes by itself, a while after it was last drawn. */
export function useVanishing(ink: Stroke | null): readonly Stroke[] {
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  // Every state that is told brings a copy of the latest stroke: only one that was drawn on is seen again.
  const drawn = JSON.stringify(ink)
  useEffect(() => {
    const stroke: Stroke | null = JSON.parse(drawn)
    if (!stroke) return
    const others = (now: readonly Stroke[]) => now.filter((one) => one.stroke !== stroke.stroke)
    setStrokes((now) => [...others(now), stroke])
    const timer = setTimeout(() => setStrokes(others), VANISH)
    return () => clearTimeout(timer)
  }, [drawn])
  return strokes
}
