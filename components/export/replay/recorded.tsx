'use client'

import { usePlayer, usePlayerActions } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'

/** The run was read from a file: nothing can be sent in it, but it can be played again for real. */
export function Recorded() {
  const { recorded } = usePlayer()
  const { forkLive } = usePlayerActions()
  return (
    <span className="flex shrink-0 items-center gap-2">
      <span
        className="inline-flex h-6 items-center rounded-full border border-control border-dashed px-2.5 font-semibold text-muted text-xs"
        title="Read from a file. Next and Back look at what was recorded; nothing is sent."
      >
        RECORDED
      </span>
      <Button
        onClick={forkLive}
        disabled={recorded?.forking}
        title="Plays this run again in a fresh lab, up to this step"
      >
        {recorded?.forking ? 'Forking…' : 'Fork live'}
      </Button>
    </span>
  )
}
