'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { IconButton } from './icon-button'

interface ToastProps {
  /** Milliseconds it stays; the time stands still while the pointer or the focus is on it. */
  lasts?: number
  onClose(): void
  text: string
  /** What can be done about it. */
  children?: ReactNode
}

/** A short message above the controls that goes by itself. What it offers must be reachable in another way, or undo. */
export function Toast({ lasts = 10_000, onClose, text, children }: ToastProps) {
  const [held, setHeld] = useState(false)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => close.current(), lasts)
    return () => clearTimeout(timer)
  }, [held, lasts])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody is on it.
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="fixed bottom-20 left-1/2 z-40 flex w-max max-w-[94vw] -translate-x-1/2 flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-control bg-surface py-2 pr-2 pl-4 shadow-lg"
    >
      <p role="status" className="min-w-0">
        {text}
      </p>
      {children}
      <IconButton label="Close this message" icon="close" onClick={onClose} className="-my-1" />
    </div>
  )
}
