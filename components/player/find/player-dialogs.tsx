'use client'

import { lazy, Suspense } from 'react'

const FindDialog = lazy(() => import('./find-dialog').then(({ FindDialog: one }) => ({ default: one })))
const OverviewDialog = lazy(() => import('./overview-dialog').then(({ OverviewDialog: one }) => ({ default: one })))

export type PlayerDialog = 'find' | 'overview'

/** The dialogs that lead to another step; each is loaded when it is first opened. */
export function PlayerDialogs({ open, onClose }: { open: PlayerDialog | null; onClose(): void }) {
  return (
    <Suspense>
      {open === 'find' && <FindDialog onClose={onClose} />}
      {open === 'overview' && <OverviewDialog onClose={onClose} />}
    </Suspense>
  )
}
