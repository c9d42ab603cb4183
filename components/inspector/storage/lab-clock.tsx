'use client'

import { usePlayer, usePlayerActions } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { clockTime, duration, fullTime } from '../lab-time'
import { useLabTime } from '../use-lab-time'
import { nextExpiry, secondsPast } from './expiry'

/** The lab's own clock: servers read it, so expiry is a click and no wait. */
export function LabClock() {
  const { lab, places, parties, readOnly = false } = usePlayer()
  const { advanceClock } = usePlayerActions()
  const now = useLabTime()
  const next = nextExpiry(places, now)
  return (
    <section
      aria-label="The lab’s clock"
      className="flex flex-wrap items-center gap-2 border-line border-b px-4 py-2.5"
    >
      <Icon name="clock" className="shrink-0 text-muted" />
      <p className="mr-auto">
        <span className="font-mono tabular-nums" title={fullTime(now)}>
          {clockTime(now)}
        </span>{' '}
        <span className="text-muted text-xs">
          lab time{lab.clock.advanced > 0 && `, ${duration(lab.clock.advanced)} ahead`}
        </span>
      </p>
      {!readOnly && <Button onClick={() => advanceClock(60)}>+1 min</Button>}
      {next && (
        <>
          {!readOnly && <Button onClick={() => advanceClock(secondsPast(next.at, now))}>To expiry</Button>}
          <p className="basis-full text-subtle text-xs">
            Next to expire: {next.place.label} ({parties[next.place.party].name}), in {duration(next.at - now)}
          </p>
        </>
      )}
    </section>
  )
}
