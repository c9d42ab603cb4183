'use client'

import { useEffect, useState } from 'react'
import { fastForward } from '@/components/player/run/fast-forward'
import { holdKeysHere } from '@/components/player/run/lab-api'
import { optionsKey, Run, sentenceOf } from '@/components/player/run/run'
import type { GrantEntry } from '@/machines/kit/entry'
import type { EmbedSpot } from './embed-link'

/**
 * A run for a page in somebody else's frame: always in a fresh lab, whose key this page alone holds, and never
 * remembered by the browser. The lab goes with the page.
 */
export function useEmbeddedRun(entry: GrantEntry, { options, step, notice }: EmbedSpot) {
  const [run, setRun] = useState<Run | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const key = optionsKey(options)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for another try
  useEffect(() => {
    let wanted = true
    let begun: Run | null = null
    const open = async () => {
      holdKeysHere()
      const opened = await Run.begin(entry, Object.fromEntries(new URLSearchParams(key)), null)
      if (!wanted) return opened.discard()
      begun = opened
      if (step) await fastForward(opened, step)
      if (notice && !opened.state().failure) opened.fail(notice)
      if (wanted) setRun(opened)
    }
    setRun(null)
    setFailure(null)
    open().catch((error) => wanted && setFailure(sentenceOf(error)))
    return () => {
      wanted = false
      void begun?.discard()
    }
  }, [entry, key, step, notice, attempt])

  return { run, failure, retry: () => setAttempt((count) => count + 1) }
}
