'use client'

import { useMemo } from 'react'
import type { readLink } from '@/components/player/link'
import { Player } from '@/components/player/player'
import { EntryPlayer } from '@/components/player/run/flow-player'
import { PlayerSkeleton } from '@/components/player/skeleton'
import type { AttackAbout } from '@/lib/attack-matrix/about'
import { settingsOf } from '../settings'
import { useAttackEntries } from './use-attack-entries'
import { VerdictStrip } from './verdict-strip'

interface AttackPlayerProps {
  about: AttackAbout
  /** As the address has them. */
  options: Record<string, string>
  spot: Omit<ReturnType<typeof readLink>, 'options'>
}

/** One run of an attack in the player, step by step, in a lab of its own. */
export function AttackPlayer({ about, options, spot }: AttackPlayerProps) {
  const { make, failure, retry } = useAttackEntries()
  const key = new URLSearchParams(options).toString()
  const entry = useMemo(
    () => make?.(about, settingsOf(about, Object.fromEntries(new URLSearchParams(key)))),
    [make, about, key],
  )
  if (!entry) {
    const { title, summary } = about
    return <PlayerSkeleton lesson={{ title, summary, steps: {} }} failure={failure} onRetry={retry} />
  }
  return (
    <EntryPlayer
      entry={entry}
      options={options}
      spot={spot}
      screen={(run) => <Player strip={<VerdictStrip run={run} />} />}
    />
  )
}
