'use client'

import { useState } from 'react'
import type { BackendKind } from '@/lib/storage/port'
import type { StoreMeasurements } from '@/lib/wire/measurement'

type Measured = Partial<Record<BackendKind, StoreMeasurements | { failure: string }>>

/** Measures stores one after the other; what was measured before stays until it is replaced. */
export function useMeasurements(stores: readonly BackendKind[]) {
  const [measured, setMeasured] = useState<Measured>({})
  const [running, setRunning] = useState<BackendKind | null>(null)

  async function measure() {
    for (const store of stores) {
      setRunning(store)
      const result = await ask(store)
      setMeasured((now) => ({ ...now, [store]: result }))
    }
    setRunning(null)
  }
  return { measured, running, measure }
}

async function ask(store: BackendKind): Promise<StoreMeasurements | { failure: string }> {
  try {
    const answer = await fetch('/api/stores/measure', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ store }),
    })
    const body = await answer.json()
    return answer.ok ? body : { failure: String(body.detail) }
  } catch {
    return { failure: 'The Grant Lab server cannot be reached. Check that it runs, then measure again.' }
  }
}
