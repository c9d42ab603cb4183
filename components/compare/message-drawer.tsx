'use client'

import { useEffect, useMemo, useRef } from 'react'
import { Inspector } from '@/components/inspector/inspector'
import { PlayerProvider } from '@/components/player/player-context'
import type { PlayerActions, PlayerView } from '@/components/player/player-view'
import { actionsOf } from '@/components/player/run/actions'
import type { Run } from '@/components/player/run/run'
import { viewOf } from '@/components/player/run/view'
import { IconButton } from '@/components/ui/icon-button'
import { TextLink } from '@/components/ui/text-link'
import type { Tour } from '@/machines/kit/tour'

interface MessageDrawerProps {
  run: Run
  tour: Tour | null
  /** The column's name. */
  name: string
  /** Number of the step looked at. */
  step: number
  onStep(step: number): void
  onClose(): void
}

/** The player's inspector over one message of one column. Looking at it changes nothing in the comparison. */
export function MessageDrawer({ run, tour, name, step, onStep, onClose }: MessageDrawerProps) {
  const view = lookedAt(viewOf(run, { ...run.state(), cursor: step }))
  const latest = useRef(view)
  latest.current = view
  const actions = useMemo(
    (): PlayerActions => ({
      ...actionsOf(run, () => latest.current, { restart: onClose, setOption: onClose }),
      next: () => onStep(Math.min(latest.current.head, latest.current.cursor + 1)),
      back: () => onStep(Math.max(1, latest.current.cursor - 1)),
      goTo: (number) => onStep(Math.max(1, Math.min(number, latest.current.head))),
      jumpToLive: () => onStep(latest.current.head),
    }),
    [run, onStep, onClose],
  )
  const heading = useFocusOnOpening()
  return (
    <aside
      aria-label="Message"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
      className="fixed top-0 right-0 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-30 flex w-[min(28rem,100vw)] flex-col border-control border-l bg-surface"
    >
      <header className="flex items-start gap-2 border-line border-b py-2 pr-2 pl-4">
        <div className="min-w-0 flex-1">
          <h2 ref={heading} tabIndex={-1} className="truncate font-semibold outline-none">
            {name}
          </h2>
          <p className="truncate text-muted text-sm">
            Step {step}: {view.current?.lesson.title}
          </p>
        </div>
        <IconButton label="Previous message" icon="back" onClick={actions.back} disabled={step <= 1} />
        <IconButton label="Next message" icon="next" onClick={actions.next} disabled={step >= view.head} />
        <IconButton label="Close the message" icon="close" onClick={onClose} />
      </header>
      <PlayerProvider key={run.state().lab.id} view={view} actions={actions}>
        <div className="min-h-0 flex-1">
          <Inspector />
        </div>
      </PlayerProvider>
      <footer className="border-line border-t px-4 py-2 text-sm">
        <TextLink href={playerLink(run, tour, view)} className="font-medium">
          Run this flow in the player
        </TextLink>
      </footer>
    </aside>
  )
}

/** As of a step of the past: nothing can be pressed that would lead the run elsewhere. */
function lookedAt(view: PlayerView): PlayerView {
  return { ...view, live: false, userActs: false, events: [], next: { ...view.next, enabled: false } }
}

/** The player runs there in a lab of its own; what Next alone does not lead to, it cannot find. */
function playerLink({ entry, options }: Run, tour: Tour | null, { current }: PlayerView): string {
  const parameters = new URLSearchParams(
    entry.options.flatMap(({ name, default: usual }) => {
      const value = options[name] ?? usual
      return value === usual ? [] : [[name, value]]
    }),
  )
  const { seq, parent } = current?.exchange ?? {}
  if (current && tour?.byNext.includes(parent ?? seq ?? 0)) parameters.set('step', current.id)
  const query = parameters.toString()
  return `/flows/${entry.slug}${query ? `?${query}` : ''}`
}

/** The drawer takes the focus as it opens, and gives it back. */
function useFocusOnOpening() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return heading
}
