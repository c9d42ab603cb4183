'use client'

import { type ReactNode, useRef } from 'react'
import { useSize } from '@/components/diagram/use-size'
import { classes } from '@/components/ui/classes'
import { usePresent } from '../present-context'
import { usePointing } from './use-pointing'

/**
 * A slide is laid out at this size and then magnified, so that it looks the same on a projector and as a thumbnail. On
 * 1920 by 1080 the smallest text (12 px) becomes 25 px, and a capsule (12.5 px) 26 px. Larger text leaves less room.
 */
const WIDTH = 1920 / 2.08
const HEIGHT = 1080 / 2.08

interface SlideFrameProps {
  /** Also smaller than its layout, as a thumbnail; else a small window lets the slide be narrower. */
  thumbnail?: boolean
  className?: string
  children: ReactNode
}

/** A slide in a small window is not made smaller than this: what can be pressed stays 24 px high. */
const LEAST = 0.75

/** The slide, as large as there is room for it, and the surface the pointer moves on. */
export function SlideFrame({ thumbnail = false, className, children }: SlideFrameProps) {
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const fits = size ? Math.min(size.width / WIDTH, size.height / HEIGHT) : 1
  const shrunk = thumbnail ? fits : Math.max(LEAST, fits)
  const larger = usePresent().shared.scale / 100
  const zoom = shrunk * larger
  const box =
    size && shrunk > fits
      ? { width: size.width / zoom, height: size.height / zoom }
      : { width: WIDTH / larger, height: HEIGHT / larger }
  const { cursor, ...listeners } = usePointing()
  return (
    <div ref={frame} className={classes('flex items-center justify-center overflow-hidden', className)}>
      {size && (
        <div
          {...listeners}
          className={classes('relative shrink-0', cursor)}
          style={{ zoom, width: Math.floor(box.width), height: Math.floor(box.height) }}
        >
          {children}
        </div>
      )}
    </div>
  )
}
