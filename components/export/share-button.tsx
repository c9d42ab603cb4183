'use client'

import { lazy, Suspense, useState } from 'react'
import { shortcut } from '@/components/player/keys'
import { usePlayerActions } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

/** Id of the button, for its key. */
export const SHARE_BUTTON = 'share'

const ShareDialog = lazy(() => import('./share-dialog').then((module) => ({ default: module.ShareDialog })))

/** Opens everything a run can become outside the app; what makes it is loaded then. */
export function ShareButton() {
  const { record } = usePlayerActions()
  const [open, setOpen] = useState(false)
  if (!record) return null
  return (
    <>
      <Button
        variant="quiet"
        id={SHARE_BUTTON}
        aria-haspopup="dialog"
        aria-keyshortcuts={shortcut('share')}
        onClick={() => setOpen(true)}
      >
        <Icon name="share" />
        <span className="max-xl:sr-only">Share</span>
      </Button>
      {open && (
        <Suspense fallback={null}>
          <ShareDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
