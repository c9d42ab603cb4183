'use client'

import type { MouseEvent, ReactNode } from 'react'
import { announcement } from '@/components/player/announcement'
import { linkTo } from '@/components/player/link'
import { usePlayer, useViewer } from '@/components/player/player-context'
import { Icon } from '@/components/ui/icon'
import type { Theme } from '@/components/ui/theme'
import { findGrant } from '@/machines/catalogue'

/** What stands around every embedded player: the flow's title, and the way to the whole lab. */
export function EmbedFrame({ theme, children }: { theme: Theme | null; children: ReactNode }) {
  const view = usePlayer()
  return (
    <div onClickCapture={openOutside} className="flex h-dvh flex-col overflow-hidden bg-canvas">
      <header className="flex h-10 shrink-0 items-center justify-between gap-3 border-line border-b bg-surface pr-1 pl-3">
        <h1 className="min-w-0 truncate font-semibold text-sm">{view.title}</h1>
        <OpenInLab theme={theme} />
      </header>
      {children}
      <p role="status" aria-live="polite" className="sr-only">
        {announcement(view)}
      </p>
    </div>
  )
}

/** The same options, step, tab and view, in a window of its own: there, with everything the lab can do. */
function OpenInLab({ theme }: { theme: Theme | null }) {
  const { flow, options, current } = usePlayer()
  const tab = useViewer((viewer) => viewer.tab)
  const view = useViewer((viewer) => viewer.view)
  const entry = findGrant(flow)
  if (!entry) return null
  const chosen = Object.fromEntries(options.map(({ name, value }) => [name, value]))
  return (
    <a
      href={linkTo(entry, { options: chosen, step: current?.id ?? null, tab, view, theme })}
      target="_blank"
      rel="noopener"
      aria-label="Open in Grant Lab (opens a new tab)"
      className="inline-flex h-8 shrink-0 items-center gap-1.5 rounded-md px-2 font-medium text-sm hover:bg-sunken"
    >
      Open in Grant Lab <Icon name="external" size={13} />
    </a>
  )
}

/** Nothing but this page may stand in the course page's frame: every link opens a tab of its own. */
function openOutside({ target }: MouseEvent): void {
  if (!(target instanceof Element)) return
  const link = target.closest<HTMLAnchorElement>('a[href]')
  if (!link || link.getAttribute('href')?.startsWith('#')) return
  link.target = '_blank'
  link.relList.add('noopener')
}
