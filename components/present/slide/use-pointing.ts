'use client'

import { type PointerEvent, useEffect, useRef } from 'react'
import type { Change, Point } from '@/lib/room/state'
import { usePresent } from '../present-context'

/** Points of one stroke; a longer one loses its beginning. */
const MOST_POINTS = 150

/** Laser and ink on the slide: what the pointer of the driving window does there, once a frame. */
export function usePointing() {
  const { presentation, driving, pointing } = usePresent()
  const stroke = useRef<{ stroke: number; points: Point[] } | null>(null)
  const strokes = useRef(0)
  const due = useRef<number | null>(null)
  const pending = useRef<Change>({})
  const active = driving ? pointing : 'none'

  useEffect(() => () => cancelAnimationFrame(due.current ?? 0), [])

  function show(change: Change) {
    pending.current = change
    due.current ??= requestAnimationFrame(() => {
      due.current = null
      presentation.change(pending.current)
    })
  }

  return {
    cursor: active === 'none' ? '' : 'cursor-crosshair',
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const point = placeIn(event)
      if (active === 'laser') show({ laser: point })
      if (active !== 'ink' || !stroke.current) return
      stroke.current = { ...stroke.current, points: [...stroke.current.points, point].slice(-MOST_POINTS) }
      show({ ink: stroke.current })
    },
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (active !== 'ink') return
      event.preventDefault()
      strokes.current += 1
      stroke.current = { stroke: strokes.current, points: [placeIn(event)] }
    },
    onPointerUp() {
      stroke.current = null
    },
    onPointerLeave() {
      stroke.current = null
      if (active === 'laser') show({ laser: null })
    },
  }
}

/** Where on the slide the pointer is, in fractions. */
function placeIn({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  const part = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000
  return { x: part((clientX - left) / width), y: part((clientY - top) / height) }
}
