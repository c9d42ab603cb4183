'use client'

import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { usePlayer, usePlayerActions } from './player-context'

/** The app itself failed. Protocol refusals are content and never stand here. */
export function FailureBanner() {
  const { failure } = usePlayer()
  const { retry } = usePlayerActions()
  if (!failure) return null
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 border-control border-b bg-sunken px-4 py-2">
      <Icon name="warning" size={18} className="shrink-0" />
      <p className="min-w-0 flex-1">
        {failure} <span className="text-muted">What was recorded is kept, and Back still works.</span>
      </p>
      <Button onClick={retry}>Retry</Button>
    </div>
  )
}
