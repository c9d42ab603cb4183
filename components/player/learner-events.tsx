'use client'

import { Button } from '@/components/ui/button'
import { usePlayer, usePlayerActions } from './player-context'

/** What the learner can have happen now, beyond Next. */
export function LearnerEvents() {
  const { events } = usePlayer()
  const { send } = usePlayerActions()
  if (events.length === 0) return null
  return (
    <ul aria-label="What can happen next" className="flex basis-full flex-wrap gap-2">
      {events.map(({ type, label }) => (
        <li key={type}>
          <Button onClick={() => send(type)}>{label}</Button>
        </li>
      ))}
    </ul>
  )
}
