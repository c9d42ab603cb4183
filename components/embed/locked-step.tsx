'use client'

import { Inspector } from '@/components/inspector/inspector'
import { Caption } from '@/components/player/caption'
import { usePlayer } from '@/components/player/player-context'
import type { Theme } from '@/components/ui/theme'
import { EmbedFrame } from './embed-frame'

/** One step and no other: why it exists, and the message as it was really sent. */
export function LockedStep({ theme }: { theme: Theme | null }) {
  const { title } = usePlayer()
  return (
    <EmbedFrame theme={theme}>
      <main aria-label={title} className="flex min-h-0 flex-1 max-sm:flex-col">
        <div
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
          tabIndex={0}
          className="overflow-y-auto bg-surface px-3 py-2.5 -outline-offset-2 max-sm:max-h-[45%] max-sm:shrink-0 sm:w-1/2"
        >
          <Caption />
        </div>
        <aside aria-label="Inspector" className="min-h-0 min-w-0 flex-1 border-line max-sm:border-t sm:border-l">
          <Inspector />
        </aside>
      </main>
    </EmbedFrame>
  )
}
