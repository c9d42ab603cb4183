'use client'

import { useMemo } from 'react'
import type { readLink } from '@/components/player/link'
import { Player } from '@/components/player/player'
import { EntryPlayer } from '@/components/player/run/flow-player'
import { PlayerSkeleton } from '@/components/player/skeleton'
import type { AttackAbout } from '@/lib/attack-matrix/about'
import { chosenOptions } from '@/machines/kit/options'
import { queryOf, settingsOf } from '../settings'
import { useAttackEntry } from './use-attack-entry'
import { VerdictStrip } from './verdict-strip'

interface AttackPlayerProps {
  about: AttackAbout
  /** As the address has them. */
  options: Record<string, string>
  spot: Omit<ReturnType<typeof readLink>, 'options'>
}

/** One run of an attack in the player, step by step, in a lab of its own. */
export function AttackPlayer({ about, options, spot }: AttackPlayerProps) {
  const key = new URLSearchParams(options).toString()
  const settings = useMemo(() => settingsOf(about, Object.fromEntries(new URLSearchParams(key))), [about, key])
  const { made, failure, retry } = useAttackEntry(about, settings)
  if (!made || failure) {
    return <PlayerSkeleton title={about.title} summary={about.summary} failure={failure} onRetry={retry} />
  }
  const { entry } = made
  const chosen = chosenOptions(entry.options, Object.fromEntries(queryOf(made.settings)))
  return (
    <EntryPlayer
      entry={entry}
      options={chosen}
      spot={spot}
      screen={(run) => <Player strip={<VerdictStrip run={run} />} />}
    />
  )
}
