'use client'

import { type RefObject, useState } from 'react'
import { STORAGE_CHOICES } from '@/lib/oauth/browser-storage'
import type { StorageFindings } from '@/lib/wire/storage-evidence'
import { runProbes } from './run-probes'

/** What is being probed now, and what is done for it. */
export interface Running {
  choice: string
  doing: string
}

/** Runs the probes; what was found stays until all is run again. */
export function useProbes(place: RefObject<HTMLElement | null>) {
  const [found, setFound] = useState<readonly StorageFindings[]>([])
  const [running, setRunning] = useState<Running | null>(null)
  const [failure, setFailure] = useState<string | null>(null)

  async function run(kept: readonly StorageFindings[]) {
    if (!place.current) return
    setFound(kept)
    setFailure(null)
    setRunning({ choice: '', doing: 'Alice connects her photos' })
    const missing = STORAGE_CHOICES.filter(({ id }) => kept.every(({ choice }) => choice !== id))
    try {
      await runProbes(missing, {
        place: place.current,
        begins: ({ id }) => setRunning({ choice: id, doing: 'a fresh page' }),
        says: (doing) => setRunning((now) => now && { ...now, doing }),
        found: (findings) => setFound((now) => [...now, findings]),
      })
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    }
    setRunning(null)
  }
  return { found, running, failure, runAll: () => run([]), retry: () => run(found) }
}
