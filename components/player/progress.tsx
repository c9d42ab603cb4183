'use client'

import { stepFacts } from '@/components/transcript/facts'
import { classes } from '@/components/ui/classes'
import { usePlayer, usePlayerActions } from './player-context'
import { totalOf } from './total'

/** Beyond so many steps a piece each would be narrower than the room between them. */
const MANY = 60

const LOOK = {
  past: 'bg-accent',
  current: 'bg-accent outline-2 outline-ink outline-offset-1',
  later: 'border border-accent bg-surface',
  planned: 'bg-line',
}

/** How far the run is: a piece a step, with a slider over the recorded ones. */
export function Progress() {
  const view = usePlayer()
  const { steps, cursor, head, current, lesson } = view
  const { goTo } = usePlayerActions()
  const total = totalOf(view)
  return (
    <div className="relative h-8 min-w-0 flex-1">
      <div
        aria-hidden="true"
        className={classes('flex h-full items-center overflow-hidden px-0.5', steps.length > MANY ? 'gap-0' : 'gap-1')}
      >
        {steps.map((step) => (
          <span
            key={step.number}
            className={classes(
              'h-2 min-w-0 flex-1',
              steps.length <= MANY && 'rounded-full',
              LOOK[stepFacts(step, cursor, head).time],
            )}
          />
        ))}
        {lesson && lesson.ahead > 0 && (
          <span className="h-2 min-w-0 rounded-full bg-line" style={{ flexGrow: lesson.ahead }} />
        )}
      </div>
      <input
        type="range"
        aria-label="Step"
        min={0}
        max={head}
        value={cursor}
        disabled={head === 0}
        aria-valuetext={current ? `Step ${cursor} of ${total}: ${current.lesson.title}` : 'Before the first step'}
        onChange={(event) => goTo(Number(event.currentTarget.value))}
        className="scrubber absolute inset-y-0 left-0 h-full cursor-pointer rounded-md"
        style={{ width: `${(100 * head) / Math.max(1, total)}%` }}
      />
    </div>
  )
}
