'use client'

import { useCharacterKeys } from '@/components/player/use-character-keys'
import { useKeydown } from '@/components/ui/use-keydown'
import { type PresentCommand, presentPress } from './keys'

/** Listens to the keys of a present window, a clicker's among them. */
export function usePresentKeys(press: (command: PresentCommand, key: string) => void): void {
  const [characters] = useCharacterKeys()
  useKeydown((event) => {
    const pressed = presentPress(event, characters)
    if (!pressed) return
    event.preventDefault()
    press(pressed.command, pressed.key)
  })
}
