'use client'

import { usePlayer, usePlayerActions } from '@/components/player/player-context'
import { Progress } from '@/components/player/progress'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { presentShortcut } from '../keys'
import { usePresent } from '../present-context'

/** Next and Back, where they always are. */
export function ConsoleControls() {
  const { cursor, steps, next, events } = usePlayer()
  const { driving, commands } = usePresent()
  return (
    <section
      aria-label="Presentation"
      className="sticky bottom-0 flex h-16 shrink-0 items-center gap-2.5 border-line border-t bg-surface px-4"
    >
      <div className="flex flex-row-reverse items-center gap-2.5">
        <Button
          variant="primary"
          size="lg"
          disabled={!driving || !next.enabled}
          aria-busy={next.waitingFor !== null}
          onClick={commands.next}
          aria-label={next.label}
          aria-keyshortcuts={presentShortcut('next')}
          className="w-44"
        >
          {next.waitingFor ? `waiting for ${next.waitingFor}…` : 'Next'}
          {!next.waitingFor && <Icon name="next" />}
        </Button>
        <Button
          size="lg"
          disabled={!driving || cursor === 0}
          onClick={commands.back}
          aria-keyshortcuts={presentShortcut('back')}
        >
          <Icon name="back" /> Back
        </Button>
        <IconButton
          label="Restart"
          icon="restart"
          size="lg"
          variant="secondary"
          disabled={!driving}
          onClick={commands.restart}
          aria-keyshortcuts={presentShortcut('restart')}
        />
      </div>
      <div className="flex min-w-0 flex-1 items-center gap-4 max-md:hidden">
        <Progress />
        <span className="font-mono text-muted text-sm tabular-nums">
          {cursor}/{steps.length}
        </span>
        {events.length > 0 && <MoreEvents />}
      </div>
    </section>
  )
}

/** What can happen beyond the next step, such as a denial. */
function MoreEvents() {
  const { events } = usePlayer()
  const { send } = usePlayerActions()
  const { driving } = usePresent()
  return (
    <ul aria-label="What can happen next" className="flex gap-2 overflow-x-auto">
      {events.map(({ type, label }) => (
        <li key={type}>
          <Button disabled={!driving} onClick={() => send(type)}>
            {label}
          </Button>
        </li>
      ))}
    </ul>
  )
}
