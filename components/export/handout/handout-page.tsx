'use client'

import { notFound } from 'next/navigation'
import { useEffect, useState } from 'react'
import { fastForward } from '@/components/player/run/fast-forward'
import { recordingOf } from '@/components/player/run/recording'
import { optionsKey, Run, sentenceOf } from '@/components/player/run/run'
import { headOf, stepsOf } from '@/components/player/run/view'
import { Button } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import type { Recording } from '@/lib/export/recording'
import { disguised } from '@/lib/export/run-file'
import { findGrant } from '@/machines/catalogue'
import { Handout } from './handout'

/** The run this tab has of a flow, as a handout. A run of which nothing happened yet can be played to its end here. */
export function HandoutPage({ flow, options }: { flow: string; options: Record<string, string> }) {
  const entry = findGrant(flow) ?? notFound()
  const [recording, setRecording] = useState<Recording | null>(null)
  const [run, setRun] = useState<Run | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [playing, setPlaying] = useState(false)
  const key = optionsKey(options)

  useEffect(() => {
    let current = true
    Run.open(entry, Object.fromEntries(new URLSearchParams(key)))
      .then((opened) => {
        if (!current) return opened.stop()
        setRun(opened)
        if (headOf(stepsOf(opened, opened.state())) > 0) setRecording(take(opened))
      })
      .catch((error) => current && setFailure(sentenceOf(error)))
    return () => {
      current = false
    }
  }, [entry, key])

  const play = async () => {
    const last = run && stepsOf(run, run.state()).at(-1)
    if (!run || !last) return
    setPlaying(true)
    await fastForward(run, last.id)
    setRecording(take(run))
  }

  if (run && recording) return <Handout entry={run.entry} recording={recording} />
  return (
    <Page title={<>{entry.title}: handout</>} width="text">
      {failure && <p role="alert">{failure}</p>}
      {run && (
        <>
          <p className="mt-2 text-lg text-muted">
            A handout shows a run as it happened, and this one has not begun. Step through it in the player, or have the
            whole flow played now, in your own lab.
          </p>
          <Button size="lg" variant="primary" className="mt-5" disabled={playing} onClick={play}>
            {playing ? 'Playing…' : 'Play the whole flow'}
          </Button>
        </>
      )}
    </Page>
  )
}

function take(run: Run): Recording {
  const steps = stepsOf(run, run.state())
  const { cursor } = run.state()
  const at = steps[(cursor ?? headOf(steps)) - 1]
  return disguised(recordingOf(run, at?.id ?? null))
}
