'use client'

import { usePlayer } from '@/components/player/player-context'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { verdictsAt } from './feedback'
import type { Asking } from './use-asking'

/** What a screen reader says of a question and its answer; the step itself is announced by the player. */
export function Spoken({ plan, asking: { open, sitting } }: { plan: LessonPlan; asking: Asking }) {
  const { current, cursor } = usePlayer()
  const verdicts = current && !open ? verdictsAt(plan, sitting, cursor, current.label) : []
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {open
        ? spokenQuestion(open.option !== null, open.sure !== null)
        : verdicts.map(({ lead, text }) => `${lead} ${text}`).join(' ')}
    </p>
  )
}

function spokenQuestion(chosen: boolean, felt: boolean): string {
  if (!chosen) return 'A question first. Choose an answer, or press Escape to skip.'
  return felt ? 'Press Next to see what comes.' : 'Say how sure you are.'
}
