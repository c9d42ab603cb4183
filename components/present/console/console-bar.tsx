'use client'

import Link from 'next/link'
import { usePlayer } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { cycleTheme } from '@/components/ui/theme'
import { presentShortcut } from '../keys'
import { usePresent } from '../present-context'
import { AudienceLink } from './audience-link'

/** Who drives, whether the windows hear each other, and the way back to the audience window. */
export function ConsoleBar() {
  const { commands } = usePresent()
  const { title } = usePlayer()
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 border-line border-b bg-surface px-4 py-1">
      <h1 className="mr-auto flex min-w-0 items-baseline gap-2">
        <Link href="/" className="whitespace-nowrap py-0.5 font-bold tracking-tight max-sm:sr-only">
          Grant Lab
        </Link>
        <span aria-hidden="true" className="text-subtle max-sm:hidden">
          /
        </span>
        <span className="truncate font-medium">{title}, console</span>
      </h1>
      <Direction />
      <AudienceLink />
      <span className="flex">
        <IconButton label="Theme of the console" icon="theme" onClick={cycleTheme} />
        <IconButton label="Keys" icon="help" onClick={commands.help} aria-keyshortcuts={presentShortcut('help')} />
      </span>
    </header>
  )
}

function Direction() {
  const { driving, connected, commands, frozen } = usePresent()
  if (frozen) return <Private />
  if (driving) {
    return (
      <span className="flex items-center gap-2">
        <span className="inline-flex h-6 items-center gap-1.5 rounded-full border border-control px-2.5 font-semibold text-xs">
          <span className="size-2 rounded-full bg-accent" />
          YOU DRIVE
        </span>
        <Button onClick={commands.private} aria-keyshortcuts={presentShortcut('private')}>
          Look privately
        </Button>
      </span>
    )
  }
  return (
    <span className="flex items-center gap-2">
      <span
        role="status"
        className="rounded-full border border-control border-dashed px-2.5 font-semibold text-muted text-xs leading-6"
      >
        {connected ? 'YOU FOLLOW' : 'NOT CONNECTED: the window that drives is not heard'}
      </span>
      <Button variant="primary" onClick={commands.control} aria-keyshortcuts={presentShortcut('control')}>
        Take control
      </Button>
    </span>
  )
}

/** The audience stays where it is, until the presenter goes back to it or brings it along. */
function Private() {
  const { commands } = usePresent()
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span
        role="status"
        className="rounded-full border border-control border-dashed bg-mark px-2.5 font-semibold text-xs leading-6"
      >
        PRIVATE: the audience stays where it is
      </span>
      <Button variant="primary" onClick={commands.private} aria-keyshortcuts={presentShortcut('private')}>
        Back to the audience
      </Button>
      <Button onClick={commands.bring} aria-keyshortcuts={presentShortcut('bring')}>
        Bring the audience here
      </Button>
    </span>
  )
}
