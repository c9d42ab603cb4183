'use client'

import { pressedCommand } from '@/components/player/keys'
import { useKeydown } from '@/components/ui/use-keydown'
import { PREDICT_KEYS, type PredictCommand } from './predict-keys'
import type { Asking, Open } from './use-asking'

/** Listens to a question's keys; while it is asked they come before the player's. */
export function usePredictKeys(open: Open, asking: Asking, characters: boolean): void {
  const option = (at: number) => () => {
    const chosen = open.question.options[at]
    if (chosen) asking.choose(chosen.id)
  }
  const run: Record<PredictCommand, () => void> = {
    'option-1': option(0),
    'option-2': option(1),
    'option-3': option(2),
    'option-4': option(3),
    sure: () => asking.feel(true),
    unsure: () => asking.feel(false),
    skip: asking.skip,
  }
  useKeydown(
    (event) => {
      const command = pressedCommand(PREDICT_KEYS, event, characters)
      if (!command) return
      event.preventDefault()
      run[command]()
    },
    { capture: true },
  )
}
