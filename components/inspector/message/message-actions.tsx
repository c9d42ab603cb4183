'use client'

import { usePlayer, useViewer } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Icon } from '@/components/ui/icon'
import { toCurl } from '@/lib/wire/curl'
import type { Exchange } from '@/lib/wire/exchange'
import type { Step } from '@/machines/kit/step'

/** What can be done with the message. */
export function MessageActions({ step, exchange }: { step: Step; exchange: Exchange }) {
  const { acting, onTheWire, readOnly = false } = usePlayer()
  const setEditing = useViewer((viewer) => viewer.setEditing)
  const lies = onTheWire && step.kind === 'request'
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 pt-3">
      {lies && !readOnly && (
        <Button onClick={() => setEditing(true)} aria-keyshortcuts="e">
          <Icon name="pencil" size={14} />
          Edit
        </Button>
      )}
      {!lies && !readOnly && (
        <Button onClick={() => setEditing(true)} aria-keyshortcuts="e">
          <Icon name="again" size={14} />
          Send again
        </Button>
      )}
      <CopyButton text={() => toCurl(exchange.request)}>Copy as cURL</CopyButton>
      {lies && !readOnly && (
        <p className="basis-full text-muted text-xs">
          {acting === 'fork'
            ? 'It was sent. Change or drop it here, and a new branch begins; this one stays.'
            : 'Not sent yet: change it, drop it, or press Next.'}
        </p>
      )}
      {!lies && !readOnly && acting === 'fork' && (
        <p className="basis-full text-muted text-xs">Sent again from here, it begins a new branch; this one stays.</p>
      )}
    </div>
  )
}
