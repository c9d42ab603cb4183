'use client'

import { Recorded } from '@/components/export/replay/recorded'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { shortcut } from './keys'
import { NextButton } from './next-button'
import { usePlayer, usePlayerActions } from './player-context'
import { Progress } from './progress'
import { RunClock } from './run-clock'
import { totalOf } from './total'

interface PlayerBarProps {
  /** Opens the inspector as a sheet; phones only. */
  onInspect(): void
  /** Opens the list of steps; where the rail has no room. */
  onSteps: (() => void) | null
  className?: string
}

/** The player's controls, at fixed positions. First in reading order: Next. */
export function PlayerBar({ onInspect, onSteps, className }: PlayerBarProps) {
  const { cursor, live, readOnly = false } = usePlayer()
  const actions = usePlayerActions()
  return (
    <section
      aria-label="Player"
      className={classes(
        'flex items-center gap-3 border-line border-t bg-surface px-2.5 pb-[env(safe-area-inset-bottom)] md:gap-4 md:px-4',
        className,
      )}
    >
      <div className="flex min-w-0 flex-row-reverse items-center gap-2 max-md:w-full max-md:justify-between md:gap-2.5">
        <NextButton />
        <button
          type="button"
          onClick={onInspect}
          className="flex h-12 shrink-0 px-1 flex-col items-center justify-center rounded-lg text-muted text-xs md:hidden"
        >
          <StepCount />
          <span className="flex items-center gap-1 font-medium text-ink text-sm">
            Inspect <Icon name="up" size={12} />
          </span>
        </button>
        <Button
          size="lg"
          onClick={actions.back}
          disabled={cursor === 0}
          aria-keyshortcuts={shortcut('back')}
          aria-label="Back"
        >
          <Icon name="back" />
          <span className="max-md:sr-only">Back</span>
        </Button>
        {!readOnly && (
          <IconButton
            label="Restart"
            icon="restart"
            size="lg"
            variant="secondary"
            onClick={actions.restart}
            aria-keyshortcuts={shortcut('restart')}
            className="max-md:h-12"
          />
        )}
      </div>
      <div className="flex min-w-0 flex-1 items-center gap-4 max-md:hidden">
        {onSteps && <IconButton label="Steps" icon="list" size="lg" onClick={onSteps} />}
        <Progress />
        <span className={classes(!live && 'max-xl:hidden')}>
          <StepCount />
        </span>
        <Liveness />
        <span className={classes(!live && 'max-xl:hidden')}>
          <RunClock />
        </span>
      </div>
    </section>
  )
}

function StepCount() {
  const view = usePlayer()
  return (
    <span className="whitespace-nowrap font-mono text-muted text-sm tabular-nums">
      {view.cursor}/{totalOf(view)}
    </span>
  )
}

/** Where the presenter is, and the way back there. */
function Presenter({ at, followed, onFollow }: { at: number; followed: boolean; onFollow(): void }) {
  if (followed) {
    return (
      <span className="inline-flex h-6 shrink-0 items-center gap-1.5 rounded-full border border-control px-2.5 font-semibold text-xs">
        <span className="size-2 rounded-full bg-accent" />
        FOLLOWING
      </span>
    )
  }
  return (
    <Button variant="primary" onClick={onFollow} aria-keyshortcuts={shortcut('head')} className="rounded-full!">
      Presenter is at step {at} · Follow
    </Button>
  )
}

/** Whether Next executes or replays. Keeps its width. */
export function Liveness() {
  const { live, acting, cursor, head, presenter, recorded, readOnly = false } = usePlayer()
  const { jumpToLive, goHere } = usePlayerActions()
  if (recorded) return <Recorded />
  if (presenter) return <Presenter {...presenter} onFollow={jumpToLive} />
  return (
    <span className="flex shrink-0 items-center justify-end gap-2">
      {live ? (
        <span className="inline-flex h-6 items-center gap-1.5 rounded-full border border-control px-2.5 font-semibold text-xs">
          <span className="size-2 rounded-full bg-accent" />
          LIVE
        </span>
      ) : (
        <>
          <span className="inline-flex h-6 items-center whitespace-nowrap rounded-full border border-control border-dashed px-2.5 font-semibold text-muted text-xs tabular-nums">
            REPLAY {cursor}/{head}
          </span>
          {acting && !readOnly && (
            <Button
              onClick={goHere}
              title={
                acting === 'fork'
                  ? 'Put the servers back to this step and go on from it, on a new branch'
                  : 'Put the servers to the end of this branch and go on with it'
              }
            >
              {acting === 'fork' ? 'Fork here' : 'Go live here'}
            </Button>
          )}
          <Button onClick={jumpToLive} aria-keyshortcuts={shortcut('head')}>
            Jump to live
          </Button>
        </>
      )}
    </span>
  )
}
