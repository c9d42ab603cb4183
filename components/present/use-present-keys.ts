'use client'

import { useEffect, useRef } from 'react'
import { useCharacterKeys } from '@/components/player/use-character-keys'
import { type PresentCommand, presentPress } from './keys'

/** Listens to the keys of a present window, a clicker's among them. */
export function usePresentKeys(press: (command: PresentCommand, key: string) => void): void {
  const [characters] = useCharacterKeys()
  const latest = useRef({ press, characters })
  latest.current = { press, characters }
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const pressed = presentPress(event, latest.current.characters)
      if (!pressed) return
      event.preventDefault()
      latest.current.press(pressed.command, pressed.key)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
