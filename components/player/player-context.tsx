'use client'

import { createContext, type ReactNode, useContext, useState } from 'react'
import { useStore } from 'zustand'
import type { PlayerActions, PlayerView } from './player-view'
import { createViewer, type Viewer, type ViewerStore } from './viewer'

const ViewContext = createContext<PlayerView | null>(null)
const ActionsContext = createContext<PlayerActions | null>(null)
const ViewerContext = createContext<ViewerStore | null>(null)

interface ProviderProps {
  view: PlayerView
  actions: PlayerActions
  initial?: Partial<Pick<Viewer, 'view' | 'tab' | 'inspectorOpen'>>
  children: ReactNode
}

/** Hands the player's view, actions and the viewer's choices to everything below. */
export function PlayerProvider({ view, actions, initial, children }: ProviderProps) {
  const [viewer] = useState(() => createViewer(initial))
  return (
    <ViewerContext value={viewer}>
      <ReplacingView view={view} actions={actions}>
        {children}
      </ReplacingView>
    </ViewerContext>
  )
}

interface ReplacingProps {
  view: PlayerView
  actions: PlayerActions
  children: ReactNode
}

/** Another view of the same run, and other actions on it, for everything below. */
export function ReplacingView({ view, actions, children }: ReplacingProps) {
  return (
    <ActionsContext value={actions}>
      <ViewContext value={view}>{children}</ViewContext>
    </ActionsContext>
  )
}

function found<Value>(value: Value | null): Value {
  if (value === null) throw new Error('This component must stand inside a PlayerProvider.')
  return value
}

export const usePlayer = (): PlayerView => found(useContext(ViewContext))
export const usePlayerActions = (): PlayerActions => found(useContext(ActionsContext))
export const useViewerStore = (): ViewerStore => found(useContext(ViewerContext))
export function useViewer<Selected>(select: (viewer: Viewer) => Selected): Selected {
  return useStore(useViewerStore(), select)
}
