'use client'

import type { NodeProps } from '@xyflow/react'
import { usePlayer } from '@/components/player/player-context'
import { classes } from '@/components/ui/classes'
import { PARTY } from '@/components/ui/party'
import { PartyIcon } from '@/components/ui/party-icon'
import { Handles } from './handles'
import { keyRings } from './key-ring'
import type { PartyNode } from './map-layout'
import { KeyRing } from './party-heads'

/** A party on the map, with its key ring. */
export function PartyNodeView({ data }: NodeProps<PartyNode>) {
  const { steps, cursor, parties } = usePlayer()
  const { party, involved } = data
  return (
    <div className="relative h-full cursor-default">
      <div
        className={classes(
          'flex h-full items-center justify-center gap-2 rounded-lg px-1.5',
          involved ? 'border-[3px]' : 'border-[1.5px]',
        )}
        style={{ borderColor: PARTY[party].line, background: PARTY[party].tint, color: PARTY[party].ink }}
      >
        <PartyIcon party={party} size={26} className="shrink-0" />
        <span className="min-w-0 text-center">
          <span className="block truncate font-semibold text-lg leading-5">{parties[party].name}</span>
          <span className="block truncate text-xs leading-4">{parties[party].role}</span>
        </span>
      </div>
      <Handles />
      <KeyRing keys={keyRings(steps, cursor)[party]} className={data.upper ? '-top-2.5' : '-bottom-2.5'} />
    </div>
  )
}
