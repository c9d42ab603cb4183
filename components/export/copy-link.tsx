'use client'

import { useEffect, useState } from 'react'
import { shortcut } from '@/components/player/keys'
import { linkTo, type Spot } from '@/components/player/link'
import { usePlayer, usePlayerActions, useViewerStore } from '@/components/player/player-context'
import { copyText } from '@/components/ui/copy-text'
import { IconButton } from '@/components/ui/icon-button'
import { isTheme } from '@/components/ui/theme'
import { findGrant } from '@/machines/catalogue'

/** Id of the button, for its key. */
export const COPY_LINK = 'copy-link'

/** Copies a link to this flow, step, tab and view. It holds no secret. */
export function CopyLink() {
  const { flow, options, current } = usePlayer()
  const { link: linkHere } = usePlayerActions()
  const viewer = useViewerStore()
  const [word, setWord] = useState<'Link copied' | 'Could not copy the link' | null>(null)
  useEffect(() => {
    if (!word) return
    const timer = setTimeout(() => setWord(null), 1600)
    return () => clearTimeout(timer)
  }, [word])
  const entry = findGrant(flow)
  const linkOf = linkHere ?? (entry && ((spot: Spot) => linkTo(entry, spot)))
  if (!linkOf) return null

  const copy = async () => {
    const { tab, view } = viewer.getState()
    const { theme } = document.documentElement.dataset
    const chosen = Object.fromEntries(options.map(({ name, value }) => [name, value]))
    const link = linkOf({
      options: chosen,
      step: current?.id ?? null,
      tab,
      view,
      theme: isTheme(theme) ? theme : null,
    })
    setWord((await copyText(new URL(link, window.location.origin).href)) ? 'Link copied' : 'Could not copy the link')
  }
  return (
    <>
      <IconButton
        id={COPY_LINK}
        label="Copy link to here"
        icon={word === 'Link copied' ? 'check' : 'link'}
        aria-keyshortcuts={shortcut('link')}
        onClick={copy}
        className="max-md:hidden"
      />
      <span role="status" className="sr-only">
        {word}
      </span>
    </>
  )
}
