'use client'

import { useCallback, useEffect, useState } from 'react'
import { type Run, sentenceOf } from '@/components/player/run/run'
import type { LoadedGrant } from '@/machines/kit/entry'
import { beginDrivenRun, openDrivenRun, tellOf } from './driven-run'
import type { Presentation } from './presentation'

interface Driven {
  /** Null while this window does not drive, or the run is being opened. */
  run: Run | null
  failure: string | null
  /** A new run in a fresh lab. */
  restart(): void
}

/** The live run of the window that drives; the others only look. */
export function useDrivenRun(presentation: Presentation, entry: LoadedGrant, driving: boolean): Driven {
  const [run, setRun] = useState<Run | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const { options } = presentation.state().shared

  useEffect(() => {
    if (!driving) return
    let current = true
    let opened: Run | null = null
    openDrivenRun(presentation, entry, { ...options })
      .then((next) => {
        opened = next
        if (current) setRun(next)
        else next.stop()
      })
      .catch((error) => current && setFailure(sentenceOf(error)))
    return () => {
      current = false
      opened?.stop()
      setRun(null)
      setFailure(null)
    }
  }, [presentation, entry, driving, options])

  useEffect(() => (run ? tellOf(run, presentation) : undefined), [run, presentation])

  const restart = useCallback(() => {
    beginDrivenRun(entry, { ...options })
      .then((next) => {
        setRun((before) => {
          before?.stop()
          return next
        })
        presentation.change({ question: null })
      })
      .catch((error) => setFailure(sentenceOf(error)))
  }, [presentation, entry, options])

  return { run, failure, restart }
}
