'use client'

import { announcement } from '@/components/player/announcement'
import { usePlayer } from '@/components/player/player-context'
import { Notes } from '@/components/present/console/notes'
import { usePace } from '@/components/present/use-pace'
import type { RoomState } from '@/lib/room/state'
import { BigButtons } from './big-buttons'
import { SmallButtons } from './small-buttons'
import type { Wishes } from './use-wishes'

interface ClickerPadProps {
  state: RoomState
  wishes: Wishes
  /** Why a press does nothing; null while all is well. */
  trouble: string | null
}

/** Two buttons that cannot be missed, above them where the talk stands, and below what to say. */
export function ClickerPad({ state, wishes, trouble }: ClickerPadProps) {
  const view = usePlayer()
  return (
    <main className="min-h-dvh bg-canvas pt-[env(safe-area-inset-top)] pr-[env(safe-area-inset-right)] pb-[env(safe-area-inset-bottom)] pl-[env(safe-area-inset-left)] text-ink">
      <h1 className="sr-only">Clicker: {view.title}</h1>
      <Standing state={state} />
      <div className="relative">
        <BigButtons wishes={wishes} />
        {trouble && (
          <p role="alert" className="absolute inset-x-0 top-0 border-line border-b bg-mark px-4 py-2">
            {trouble}
          </p>
        )}
      </div>
      <SmallButtons state={state} wishes={wishes} />
      <div className="p-3">
        <Notes />
      </div>
      <p role="status" aria-live="polite" className="sr-only">
        {announcement(view)}
      </p>
    </main>
  )
}

/** The step on screen, and the time. */
function Standing({ state }: { state: RoomState }) {
  const { current, cursor, steps, title } = usePlayer()
  const pace = usePace(state.talk, cursor, steps.length)
  return (
    <div className="flex h-[max(8dvh,3rem)] items-center gap-3 px-3">
      <p className="min-w-0 flex-1 font-semibold leading-5">
        <span className="mr-1.5 font-mono text-muted text-sm tabular-nums">
          {cursor}/{steps.length}
        </span>
        <span className="line-clamp-2 inline">{current?.lesson.title ?? title}</span>
      </p>
      <p className="shrink-0 text-right leading-5">
        <span role="timer" className="block font-mono tabular-nums">
          {pace.elapsed}
        </span>
        <span className="block text-muted text-sm">{pace.words}</span>
      </p>
    </div>
  )
}
