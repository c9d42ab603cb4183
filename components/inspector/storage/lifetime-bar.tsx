'use client'

import { usePlayerActions } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import { clockTime, duration } from '../lab-time'
import { useLabTime } from '../use-lab-time'
import { type Lifetime, secondsPast } from './expiry'

interface LifetimeBarProps {
  lifetime: Lifetime
  /** When set, it no longer matters when it expires. */
  spent: 'used' | 'revoked' | null
  /** It has expired and waits to be swept. */
  overdue: boolean
}

/** How much of a row's life is left on the lab's clock, and a button that waits for its end. */
export function LifetimeBar({ lifetime: { from, to }, spent, overdue }: LifetimeBarProps) {
  const now = useLabTime()
  const { advanceClock } = usePlayerActions()
  const left = to - now
  const whole = from === null ? null : to - from
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-2 pb-1.5 text-xs">
      {whole !== null && whole > 0 && <Bar share={Math.min(1, Math.max(0, left / whole))} />}
      <span className="text-muted tabular-nums">
        {spent && <strong className="font-semibold text-ink">{spent} · </strong>}
        {left > 0 ? `expires in ${duration(left)}` : `expired ${duration(-left)} ago`}
        {whole !== null && left > 0 && ` of ${duration(whole)}`}
        {overdue && ', still there until the sweep'}
        <span className="sr-only">, at {clockTime(to)} on the lab’s clock</span>
      </span>
      {left > 0 && !spent && (
        <Button className="ml-auto h-6! px-2! text-xs!" onClick={() => advanceClock(secondsPast(to, now))}>
          To expiry
        </Button>
      )}
    </div>
  )
}

function Bar({ share }: { share: number }) {
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" className="h-1.5 w-full basis-full">
      <rect width="100" height="6" rx="3" fill="var(--line)" />
      <rect width={share * 100} height="6" fill="var(--ink)" />
    </svg>
  )
}
