'use client'

import { useEffect, useRef } from 'react'
import { pressedCommand } from '@/components/player/keys'
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
  const latest = useRef({ run, characters })
  useEffect(() => {
    latest.current = { run, characters }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const command = pressedCommand(PREDICT_KEYS, event, latest.current.characters)
      if (!command) return
      event.preventDefault()
      latest.current.run[command]()
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}
