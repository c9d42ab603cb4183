'use client'

import { useCallback, useMemo } from 'react'
import { PRESENT_KEYS, type PresentCommand } from './keys'
import type { Presentation } from './session/presentation'

type Commands = Readonly<Record<PresentCommand, () => void>>

/** What concerns the presenter's windows and not the story on screen. */
const SILENT: readonly PresentCommand[] = [
  ...(['help', 'control', 'full-screen', 'clear', 'private', 'bring', 'echo', 'scale', 'black', 'bare'] as const),
]

interface Echoed {
  /** Does what was pressed. @param key the key, null when it was a button or a phone */
  press(command: PresentCommand, key: string | null): void
  /** The same for buttons. */
  commands: Commands
}

/** Where the presenter wishes it, the audience sees for a moment what was pressed, so that latecomers keep up. */
export function useEchoed(presentation: Presentation, commands: Commands): Echoed {
  const press = useCallback(
    (command: PresentCommand, key: string | null) => {
      const { shared, look, driving } = presentation.state()
      const { label } = PRESENT_KEYS.find((binding) => binding.command === command) ?? {}
      if (driving && shared.echo && !look && label && !SILENT.includes(command)) {
        presentation.change({ pressed: { count: (shared.pressed?.count ?? 0) + 1, label, key } })
      }
      commands[command]()
    },
    [presentation, commands],
  )
  const echoed = useMemo(
    () =>
      Object.fromEntries(
        PRESENT_KEYS.map(({ command }) => [command, () => press(command, null)]),
      ) as unknown as Commands,
    [press],
  )
  return { press, commands: echoed }
}
