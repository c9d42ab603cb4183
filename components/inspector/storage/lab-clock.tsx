'use client'

import { useEffect, useRef } from 'react'
import { usePlayer, usePlayerActions } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { clockTime, duration, fullTime } from '../lab-time'
import { useLabTime } from '../use-lab-time'
import { nextExpiry, outlived, overdueRows, secondsPast } from './expiry'

/** The lab's clock, which can be advanced: all servers read it, so expiry is a click and no wait. */
export function LabClock() {
  const { lab, places, parties, readOnly = false } = usePlayer()
  const { advanceClock, sweep } = usePlayerActions()
  const now = useLabTime()
  const next = nextExpiry(places, now)
  const overdue = overdueRows(places, now)
  useLookWhenKeysGo(now)
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
      {next && !readOnly && <Button onClick={() => advanceClock(secondsPast(next.at, now))}>To expiry</Button>}
      {next && (
        <p className="basis-full text-subtle text-xs">
          Next to expire: {next.place.label} ({parties[next.place.party].name}), in {duration(next.at - now)}
        </p>
      )}
      {overdue > 0 && (
        <div className="flex basis-full flex-wrap items-center gap-x-2 gap-y-1">
          <p className="mr-auto text-muted text-xs">
            {overdue === 1 ? '1 row has expired and is' : `${overdue} rows have expired and are`} still there: here
            expiry is only a column.
          </p>
          {!readOnly && <Button onClick={sweep}>Sweep now</Button>}
        </div>
      )}
    </section>
  )
}

/** Redis drops keys while somebody reads: what is shown as there is looked for again once its TTL is over. */
function useLookWhenKeysGo(now: number): void {
  const { places, live, readOnly = false } = usePlayer()
  const { advanceClock } = usePlayerActions()
  const asked = useRef<unknown>(null)
  useEffect(() => {
    if (!live || readOnly || asked.current === places || !outlived(places, now)) return
    asked.current = places
    advanceClock(0)
  }, [live, readOnly, places, now, advanceClock])
}
