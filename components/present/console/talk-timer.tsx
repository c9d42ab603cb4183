'use client'

import { useId } from 'react'
import { usePlayer } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { usePresent } from '../present-context'
import { usePace } from '../use-pace'
import { DeskSection } from './desk-section'

/** How long it has taken, and whether that is ahead or behind. */
export function TalkTimer() {
  const { cursor, steps } = usePlayer()
  const { shared, driving, presentation } = usePresent()
  const { talk } = shared
  const pace = usePace(talk, cursor, steps.length)
  const id = useId()
  const running = talk.startedAt !== null
  const change = (changes: Partial<typeof talk>) => presentation.change({ talk: { ...talk, ...changes } })
  return (
    <DeskSection title="Time">
      <p className="flex items-baseline gap-3">
        <span role="timer" className="font-mono text-3xl tabular-nums">
          {pace.elapsed}
        </span>
        <span className="font-semibold text-lg">{pace.words}</span>
      </p>
      <fieldset disabled={!driving} aria-label="Clock" className="mt-2 flex items-center gap-2">
        <Button onClick={() => change({ startedAt: running ? null : Date.now() })}>
          <Icon name={running ? 'restart' : 'clock'} size={14} />
          {running ? 'Reset the clock' : 'Start the clock'}
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
          onChange={({ currentTarget }) =>
            change({ planned: Math.min(240, Math.max(1, currentTarget.valueAsNumber || 1)) })
          }
          className="h-8 w-16 rounded-md border border-control bg-surface px-2 text-right tabular-nums"
        />
      </fieldset>
    </DeskSection>
  )
}
