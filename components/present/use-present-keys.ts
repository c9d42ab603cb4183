'use client'

import { useEffect, useRef } from 'react'
import { useCharacterKeys } from '@/components/player/use-character-keys'
import { type PresentCommand, presentCommandFor } from './keys'

/** Listens to the keys of a present window, a clicker's among them. */
export function usePresentKeys(commands: Readonly<Record<PresentCommand, () => void>>): void {
  const [characters] = useCharacterKeys()
  const latest = useRef({ commands, characters })
  latest.current = { commands, characters }
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const command = presentCommandFor(event, latest.current.characters)
      if (!command) return
      event.preventDefault()
      latest.current.commands[command]()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
