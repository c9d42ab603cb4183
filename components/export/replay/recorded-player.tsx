'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useRef, useState } from 'react'
import { linkTo } from '@/components/player/link'
import { Player } from '@/components/player/player'
import { PlayerProvider } from '@/components/player/player-context'
import type { Recording } from '@/lib/export/recording'
import type { LoadedGrant } from '@/machines/kit/entry'
import { forkLive } from './fork-live'
import { recordedSteps } from './recorded-state'
import { recordedActions, recordedView } from './recorded-view'

interface RecordedPlayerProps {
  entry: LoadedGrant
  recording: Recording
  onFailure(sentence: string): void
}

/** A run read from a file, in the player: everything can be looked at, and nothing calls a server until it is forked. */
export function RecordedPlayer({ entry, recording, onFailure }: RecordedPlayerProps) {
  const router = useRouter()
  const [cursor, show] = useState(() => stepAt(entry, recording))
  const [forking, setForking] = useState(false)
  const view = useMemo(() => recordedView(entry, recording, cursor, forking), [entry, recording, cursor, forking])
  const latest = useRef(view)
  latest.current = view

  const actions = useMemo(() => {
    const fork = async () => {
      const step = latest.current.current?.id ?? null
      setForking(true)
      try {
        const run = await forkLive(entry, recording, step)
        run.stop()
        const spot = { options: recording.options, step, tab: 'message', view: 'sequence', theme: null } as const
        router.push(linkTo(entry, spot))
      } catch (error) {
        setForking(false)
        onFailure(error instanceof Error ? error.message : 'The run could not be played again. Try once more.')
      }
    }
    const record = () => ({ ...recording, step: latest.current.current?.id ?? null })
    return recordedActions(() => latest.current, { show, fork: () => void fork(), record })
  }, [entry, recording, router, onFailure])

  return (
    <PlayerProvider view={view} actions={actions}>
      <Player />
    </PlayerProvider>
  )
}

/** Where whoever saved the run was looking. */
function stepAt(entry: LoadedGrant, recording: Recording): number {
  return recordedSteps(entry, recording).find(({ id }) => id === recording.step)?.number ?? 0
}
