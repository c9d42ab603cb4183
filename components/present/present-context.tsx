'use client'

import { createContext, useContext } from 'react'
import type { PlayerView } from '@/components/player/player-view'
import type { Role, RoomState } from '@/lib/room/state'
import type { Step } from '@/machines/kit/step'
import type { PresentCommand } from './keys'
import type { Presentation } from './session/presentation'
import type { Crowd } from './session/use-crowd'

export type Pointing = 'none' | 'laser' | 'ink'

/** What the present windows draw, beyond the player's view. */
export interface PresentContextValue {
  role: Role
  presentation: Presentation
  /** What this window shows: everybody's, or, while it looks privately, its own. */
  shared: RoomState
  /** What the audience sees while this window looks privately; else null. */
  frozen: { view: PlayerView; shared: RoomState } | null
  driving: boolean
  connected: boolean
  crowd: Crowd | null
  /** What the pointer of this window does on the slide. */
  pointing: Pointing
  /** The step that comes after the one looked at, whether it has happened or not. */
  coming: Step | null
  /** Something to tell whoever sits at this window; null when there is nothing. */
  notice: string | null
  commands: Readonly<Record<PresentCommand, () => void>>
  /** Tells whoever sits at this window. */
  notify(sentence: string): void
  openRoom(): void
  closeRoom(): void
}

const PresentContext = createContext<PresentContextValue | null>(null)

export const PresentProvider = PresentContext

export function usePresent(): PresentContextValue {
  const value = useContext(PresentContext)
  if (value === null) throw new Error('This component must stand inside a presentation.')
  return value
}
