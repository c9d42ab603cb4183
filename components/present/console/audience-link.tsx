'use client'

import type { MouseEvent } from 'react'
import { Icon } from '@/components/ui/icon'
import { audienceAddress } from '../addresses'
import { usePresent } from '../present-context'
import { type Desktop, hasSecondScreen, openOnSecondScreen } from './second-screen'

const BLOCKED = 'The browser held the window back. Press the link once more.'

/** A plain link to the audience window; where the browser can, the window comes up on the second screen. */
export function AudienceLink() {
  const { shared, notify } = usePresent()
  const address = audienceAddress(shared)

  function open(event: MouseEvent) {
    const desktop: Desktop = window
    const plain = event.ctrlKey || event.metaKey || event.shiftKey
    if (plain || !hasSecondScreen(desktop)) return
    event.preventDefault()
    void openOnSecondScreen(address, desktop).then((opened) => !opened && notify(BLOCKED))
  }

  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer"
      onClick={open}
      className="inline-flex h-8 items-center gap-1.5 rounded-md border border-control px-2.5 font-medium text-sm hover:bg-sunken"
    >
      Open the audience window <Icon name="external" size={13} />
    </a>
  )
}
