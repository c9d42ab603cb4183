import { useEffect, useRef, useState } from 'react'
import type { Run } from './run'

/** The run that a restart has left: it is kept, with its lab, until it can no longer be brought back. */
export function useLeftRun(flow: string, options: string) {
  const [left, setLeft] = useState<Run | null>(null)
  const kept = useRef<Run | null>(null)
  const put = (run: Run | null) => {
    kept.current = run
    setLeft(run)
  }
  const forget = () => {
    void kept.current?.discard()
    put(null)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: another flow or other options have nothing to bring back
  useEffect(() => forget, [flow, options])

  return {
    left,
    forget,
    leave(run: Run | null) {
      forget()
      put(run)
    },
    /** Hands it over; it is no longer kept here. */
    take(): Run | null {
      const run = kept.current
      put(null)
      return run
    },
  }
}
