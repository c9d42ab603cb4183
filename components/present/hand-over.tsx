'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { ASK_MILLISECONDS } from '@/lib/room/state'
import { usePresent } from './present-context'

const NAMES = { audience: 'The audience window', console: 'The console' }

/** Somebody asks to drive: the driver may keep control; after five seconds it passes. */
export function HandOver() {
  const { shared, driving, presentation, role } = usePresent()
  const { asked } = shared
  if (!asked || !driving) return null
  return (
    <div
      role="alertdialog"
      aria-labelledby="hand-over"
      className={classes(
        'absolute top-16 left-1/2 z-50 flex w-max max-w-[92vw] -translate-x-1/2 flex-wrap items-center gap-4 rounded-lg border border-control bg-surface px-5 py-4 text-ink',
        role === 'audience' && 'text-2xl',
      )}
    >
      <p id="hand-over">
        {NAMES[asked.role]} asks for control. It passes in <Seconds key={asked.by} /> s.
      </p>
      <Button variant="primary" onClick={() => presentation.give()} className={role === 'audience' ? 'text-2xl!' : ''}>
        Hand over
      </Button>
      <Button onClick={() => presentation.keep()} className={role === 'audience' ? 'text-2xl!' : ''}>
        Keep control
      </Button>
    </div>
  )
}

function Seconds() {
  const [left, setLeft] = useState(ASK_MILLISECONDS / 1000)
  useEffect(() => {
    const timer = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1000)
    return () => clearInterval(timer)
  }, [])
  return <span className="tabular-nums">{left}</span>
}
