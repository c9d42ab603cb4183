'use client'

import Link from 'next/link'
import { CopyLink } from '@/components/export/copy-link'
import { ShareButton } from '@/components/export/share-button'
import { IconButton } from '@/components/ui/icon-button'
import { Segmented } from '@/components/ui/segmented'
import { cycleTheme } from '@/components/ui/theme'
import { shortcut } from './keys'
import { OptionsMenu } from './options-menu'
import { usePlayer, useViewer } from './player-context'

/** Where one is: the way home, and the flow's title. */
export function PlayerTitle() {
  const { title, lesson } = usePlayer()
  return (
    <div className="flex min-w-0 items-baseline gap-2">
      <Link href="/" className="whitespace-nowrap py-0.5 font-bold tracking-tight max-sm:sr-only">
        Grant Lab
      </Link>
      <Slash />
      {lesson && (
        <>
          <Link href="/learn" className="py-0.5 font-medium text-muted hover:text-ink max-sm:hidden">
            Learn
          </Link>
          <Slash />
        </>
      )}
      <h1 className="truncate font-medium max-sm:font-semibold">{title}</h1>
    </div>
  )
}

const Slash = () => (
  <span aria-hidden="true" className="text-subtle max-sm:hidden">
    /
  </span>
)

const WAY = 'flex h-8 items-center rounded-md px-2.5 font-medium text-sm hover:bg-sunken'

/** To the lesson about this flow. */
function LearnLink() {
  const { flow, home, readOnly = false } = usePlayer()
  if (readOnly || home) return null
  return (
    <Link href={`/learn/${flow}`} prefetch={false} className={`${WAY} max-xl:hidden`}>
      Learn
    </Link>
  )
}

/** To the slide of this flow, with the same options; to the page about it, where it is no flow of the catalogue. */
function PresentLink() {
  const { flow, options, home, readOnly = false } = usePlayer()
  if (readOnly) return null
  const query = new URLSearchParams(options.map(({ name, value }) => [name, value])).toString()
  const { about, label } = home ?? { about: `/present/${flow}`, label: 'Present' }
  return (
    <Link href={`${about}${query && `?${query}`}`} prefetch={false} className={`${WAY} max-md:hidden`}>
      {label}
    </Link>
  )
}

interface PlayerSettingsProps {
  onInspector(): void
  onHelp(): void
  /** Phones show the transcript; lanes are on request there. */
  lanes: boolean
  onLanes(): void
}

const CHOICES = [
  { value: 'sequence', label: 'Sequence', icon: 'rows' },
  { value: 'map', label: 'Map', icon: 'map' },
  { value: 'transcript', label: 'Text', icon: 'list' },
] as const

/** What is looked at, and how. Last in reading order, top right to the eye. */
export function PlayerSettings({ onInspector, onHelp, lanes, onLanes }: PlayerSettingsProps) {
  const view = useViewer((viewer) => viewer.view)
  const setView = useViewer((viewer) => viewer.setView)
  const open = useViewer((viewer) => viewer.inspectorOpen)
  return (
    <section aria-label="View and options" className="flex shrink-0 items-center gap-1">
      <LearnLink />
      <PresentLink />
      <OptionsMenu />
      <ShareButton />
      <CopyLink />
      <div className="mx-2 max-md:hidden">
        <Segmented label="View" choices={CHOICES} value={view} onChange={setView} shortcut={shortcut('view')} />
      </div>
      <IconButton
        label={lanes ? 'Show steps' : 'Show lanes'}
        icon={lanes ? 'list' : 'rows'}
        onClick={onLanes}
        className="md:hidden"
      />
      <IconButton
        label="Inspector"
        icon="panel"
        aria-pressed={open}
        aria-keyshortcuts={shortcut('inspector')}
        onClick={onInspector}
        className="max-md:hidden"
      />
      <IconButton label="Theme" icon="theme" onClick={cycleTheme} aria-keyshortcuts={shortcut('theme')} />
      <IconButton label="Keyboard shortcuts" icon="help" onClick={onHelp} aria-keyshortcuts={shortcut('help')} />
    </section>
  )
}
