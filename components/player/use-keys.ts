'use client'

import { COPY_LINK } from '@/components/export/copy-link'
import { SHARE_BUTTON } from '@/components/export/share-button'
import { cycleTheme } from '@/components/ui/theme'
import { useKeydown } from '@/components/ui/use-keydown'
import { toggleFullScreen } from './full-screen'
import { type Command, commandFor } from './keys'
import { usePlayer, usePlayerActions, useViewerStore } from './player-context'
import { VIEWS } from './viewer'

interface KeyHandlers {
  characters: boolean
  /** Shows or hides the inspector, docked or as a sheet. */
  toggleInspector(): void
  openInspector(): void
  help(): void
  find(): void
  overview(): void
}

/** Listens to the player's keys. */
export function useKeys(handlers: KeyHandlers) {
  const view = usePlayer()
  const actions = usePlayerActions()
  const viewer = useViewerStore()

  const showBranch = (by: 1 | -1) => {
    const { branches } = view
    const at = branches.findIndex(({ shown }) => shown)
    const other = branches[(at + by + branches.length) % Math.max(1, branches.length)]
    if (other && !other.shown) actions.showBranch(other.id)
  }

  const run: Record<Command, () => void> = {
    next: () => view.next.enabled && view.next.waitingFor === null && actions.next(),
    back: actions.back,
    'next-phase': actions.nextPhase,
    'previous-phase': actions.previousPhase,
    first: () => actions.goTo(0),
    head: actions.jumpToLive,
    edit: () => {
      if (view.readOnly) return
      viewer.getState().setTab('message')
      viewer.getState().setEditing(true)
      handlers.openInspector()
    },
    'previous-branch': () => showBranch(-1),
    'next-branch': () => showBranch(1),
    find: handlers.find,
    overview: handlers.overview,
    'full-screen': toggleFullScreen,
    restart: () => !view.readOnly && actions.restart(),
    view: () => {
      const { view: shown, setView } = viewer.getState()
      setView(VIEWS[(VIEWS.indexOf(shown) + 1) % VIEWS.length] ?? 'sequence')
    },
    'tab-message': () => viewer.getState().setTab('message'),
    'tab-checks': () => viewer.getState().setTab('checks'),
    'tab-storage': () => viewer.getState().setTab('storage'),
    'tab-exposure': () => viewer.getState().setTab('exposure'),
    'tab-machine': () => !view.lesson && viewer.getState().setTab('machine'),
    inspector: handlers.toggleInspector,
    link: () => document.getElementById(COPY_LINK)?.click(),
    share: () => document.getElementById(SHARE_BUTTON)?.click(),
    theme: cycleTheme,
    help: handlers.help,
  }

  useKeydown((event) => {
    const command = commandFor(event, handlers.characters)
    if (!command) return
    event.preventDefault()
    run[command]()
  })
}
