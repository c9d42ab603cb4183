'use client'

import { useState } from 'react'
import { DropZone } from '@/components/ui/drop-zone'
import { Page } from '@/components/ui/page'
import type { Recording } from '@/lib/export/recording'
import { RUN_LIMIT } from '@/lib/export/run-file'
import { findGrant } from '@/machines/catalogue'
import { type LoadedGrant, loadGrant } from '@/machines/kit/entry'
import { RecordedPlayer } from './recorded-player'

interface Opened {
  entry: LoadedGrant
  recording: Recording
}

/** Takes a saved run, by drop or by file picker, and shows it as a replay. The file never leaves the page. */
export function ImportPage() {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const take = async (file: File) => {
    setProblem(null)
    const read = await readFile(file)
    if ('error' in read) setProblem(read.error)
    else setOpened(read)
  }

  if (opened) {
    return (
      <>
        <RecordedPlayer {...opened} onFailure={setProblem} />
        {problem && (
          <p
            role="alert"
            className="fixed inset-x-4 bottom-20 z-40 mx-auto max-w-xl rounded-lg border border-control bg-surface px-4 py-3"
          >
            {problem}
          </p>
        )}
      </>
    )
  }
  return (
    <Page
      title="Open a saved run"
      lead={
        <>
          A run file, saved from the player under Share, holds every message, check and row of a run. It opens as a
          replay: nothing is sent until you fork it live.
        </>
      }
      width="text"
    >
      <DropZone
        title="Drop a run file here, or choose one"
        label="Run file"
        accept=".json,application/json"
        onFile={take}
      >
        Its name ends in <span className="font-mono">.oauthrun.json</span>. It stays in your browser.
      </DropZone>
      {problem && (
        <p role="alert" className="mt-4 rounded-lg border border-control bg-surface px-4 py-3">
          {problem}
        </p>
      )}
    </Page>
  )
}

/** What reads and judges a file is loaded with the first one. */
async function readFile(file: File): Promise<Opened | { error: string }> {
  if (file.size > RUN_LIMIT) {
    return { error: `${file.name} is too large: a saved run has at most ${RUN_LIMIT / 1024 / 1024} MB.` }
  }
  const { readRunFile } = await import('@/lib/export/read-run-file')
  const read = readRunFile(await file.text())
  if ('error' in read) return { error: `${file.name}: ${read.error}` }
  const entry = findGrant(read.recording.flow)
  if (!entry) {
    const flow = read.recording.flow.slice(0, 60)
    return { error: `${file.name} is a run of the flow “${flow}”, which this version of Grant Lab does not have.` }
  }
  return { entry: await loadGrant(entry), recording: read.recording }
}
