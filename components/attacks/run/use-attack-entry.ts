import { useEffect, useState } from 'react'
import type { AttackAbout } from '@/lib/attack-matrix/about'
import type { LoadedGrant } from '@/machines/kit/entry'
import type { Settings } from '../settings'

/** An attack as the player knows flows, and what it was made for. */
interface MadeEntry {
  entry: LoadedGrant
  settings: Settings
}

/**
 * The attack under these settings, as soon as it is loaded; what was made for the settings before stays until then.
 * `failure` says why it cannot be.
 *
 * @param settings the same object as long as nothing is changed; null asks for nothing
 */
export function useAttackEntry(about: AttackAbout, settings: Settings | null) {
  const [made, setMade] = useState<MadeEntry | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for another try
  useEffect(() => {
    let current = true
    setFailure(null)
    if (!settings) return
    import('./attack-entry')
      .then(({ attackEntry }) => attackEntry(about, settings))
      .then((entry) => current && setMade({ entry, settings }))
      .catch(() => current && setFailure(NOT_LOADED))
    return () => {
      current = false
    }
  }, [about, settings, attempt])
  return { made, failure, retry: () => setAttempt((count) => count + 1) }
}

const NOT_LOADED = 'The attacks could not be loaded. Check that the Grant Lab server runs, then retry.'
