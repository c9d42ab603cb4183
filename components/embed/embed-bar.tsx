'use client'

import { shortcut } from '@/components/player/keys'
import { NextButton } from '@/components/player/next-button'
import { usePlayer, usePlayerActions } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'

/** The controls of an embedded player, at fixed positions. */
export function EmbedBar({ open, onInspector }: { open: boolean; onInspector(): void }) {
  const { cursor, steps } = usePlayer()
  const { back } = usePlayerActions()
  return (
    <section
      aria-label="Player"
      className="flex h-15 shrink-0 items-center gap-2 border-line border-t bg-surface px-2.5"
    >
      <Button size="lg" onClick={back} disabled={cursor === 0} aria-keyshortcuts={shortcut('back')} aria-label="Back">
        <Icon name="back" />
        <span className="max-sm:sr-only">Back</span>
      </Button>
      <NextButton />
      <span className="ml-auto whitespace-nowrap font-mono text-muted text-sm tabular-nums">
        {cursor}/{steps.length}
      </span>
      <IconButton label="Inspector" icon="panel" size="lg" aria-pressed={open} onClick={onInspector} />
    </section>
  )
}
