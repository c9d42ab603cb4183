'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Role } from '@/lib/room/state'
import { browserSurroundings, windowName } from './browser-surroundings'
import { Presentation } from './presentation'

/** This window's part in the presentation of a flow; null until the page runs in a browser. */
export function usePresentation(role: Role, flow: string, key: string): Presentation | null {
  const [presentation, setPresentation] = useState<Presentation | null>(null)
  useEffect(() => {
    const name = `presentation ${flow} ${key}`
    const around = browserSurroundings(name)
    const options = Object.fromEntries(new URLSearchParams(key))
    const opened = new Presentation({ ...windowName(`${role} ${name}`), role, flow, options }, around)
    opened.start()
    setPresentation(opened)
    return () => {
      opened.stop()
      around.close()
    }
  }, [role, flow, key])
  return presentation
}

export const usePresented = (presentation: Presentation) =>
  useSyncExternalStore(presentation.subscribe, presentation.state, presentation.state)
