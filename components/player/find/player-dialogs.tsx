'use client'

import { lazy, Suspense } from 'react'
import type { HelpDialogProps } from '../help-dialog'

const FindDialog = lazy(() => import('./find-dialog').then(({ FindDialog: one }) => ({ default: one })))
const OverviewDialog = lazy(() => import('./overview-dialog').then(({ OverviewDialog: one }) => ({ default: one })))
const HelpDialog = lazy(() => import('../help-dialog').then(({ HelpDialog: one }) => ({ default: one })))

export type PlayerDialog = 'find' | 'overview' | 'help'

interface PlayerDialogsProps extends HelpDialogProps {
  open: PlayerDialog | null
}

/** The dialogs of the player; each is loaded when it is first opened. */
export function PlayerDialogs({ open, onClose, ...help }: PlayerDialogsProps) {
  return (
    <Suspense>
      {open === 'find' && <FindDialog onClose={onClose} />}
      {open === 'overview' && <OverviewDialog onClose={onClose} />}
      {open === 'help' && <HelpDialog onClose={onClose} {...help} />}
    </Suspense>
  )
}
