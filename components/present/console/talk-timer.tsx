'use client'

import { useEffect, useId, useState } from 'react'
import { usePlayer } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { paceOf } from '@/lib/room/pace'
import { DeskSection } from './desk-section'

const MINUTE = 60_000
const KEY = 'grant-lab talk'

interface Talk {
  /** Minutes it should take. */
  planned: number
  /** Milliseconds since the epoch; null before it began. */
  startedAt: number | null
}

/** How long it has taken, and whether that is ahead or behind: the plan spreads the steps evenly. */
export function TalkTimer() {
  const { cursor, steps } = usePlayer()
  const [talk, setTalk] = useTalk()
  const now = useSeconds()
  const id = useId()
  const elapsed = talk.startedAt === null ? 0 : Math.max(0, now - talk.startedAt)
  const pace = paceOf({ elapsed, planned: talk.planned * MINUTE, done: cursor, steps: steps.length })
  return (
    <DeskSection title="Time">
      <p className="flex items-baseline gap-3">
        <span role="timer" className="font-mono text-3xl tabular-nums">
          {pace.elapsed}
        </span>
        <span className="font-semibold text-lg">{talk.startedAt === null ? 'not started' : pace.words}</span>
      </p>
      <div className="mt-2 flex items-center gap-2">
        <Button onClick={() => setTalk({ ...talk, startedAt: talk.startedAt === null ? Date.now() : null })}>
          <Icon name={talk.startedAt === null ? 'clock' : 'restart'} size={14} />
          {talk.startedAt === null ? 'Start the clock' : 'Reset the clock'}
        </Button>
        <label htmlFor={id} className="ml-auto whitespace-nowrap text-muted text-sm">
          Planned, min
        </label>
        <input
          id={id}
          type="number"
          min={1}
          max={240}
          value={talk.planned}
          onChange={({ currentTarget }) => setTalk({ ...talk, planned: Math.max(1, currentTarget.valueAsNumber || 1) })}
          className="h-8 w-16 rounded-md border border-control bg-surface px-2 text-right tabular-nums"
        />
      </div>
    </DeskSection>
  )
}

/** The plan and the start, kept over a reload. */
function useTalk(): [Talk, (talk: Talk) => void] {
  const [talk, setTalk] = useState<Talk>({ planned: 20, startedAt: null })
  useEffect(() => {
    const kept = sessionStorage.getItem(KEY)
    if (kept) setTalk(JSON.parse(kept))
  }, [])
  return [
    talk,
    (next) => {
      sessionStorage.setItem(KEY, JSON.stringify(next))
      setTalk(next)
    },
  ]
}

function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}
