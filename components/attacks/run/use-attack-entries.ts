import { useEffect, useState } from 'react'
import type { attackEntry } from './attack-entry'

type MakeEntry = typeof attackEntry

/** What makes an attack's machine, as soon as it is loaded; `failure` when it cannot be. */
export function useAttackEntries(): { make: MakeEntry | null; failure: string | null; retry(): void } {
  const [make, setMake] = useState<MakeEntry | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for another try
  useEffect(() => {
    let current = true
    setFailure(null)
    import('./attack-entry').then(
      (module) => current && setMake(() => module.attackEntry),
      () => current && setFailure('The attacks could not be loaded. Check that the Grant Lab server runs, then retry.'),
    )
    return () => {
      current = false
    }
  }, [attempt])
  return { make, failure, retry: () => setAttempt((count) => count + 1) }
}
