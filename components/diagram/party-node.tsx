'use client'

import type { NodeProps } from '@xyflow/react'
import { usePlayer } from '@/components/player/player-context'
import { Handles } from './handles'
import { keyRings } from './key-ring'
import type { PartyNode } from './map-layout'
import { PartyBox } from './party-box'
import { KeyRing } from './party-heads'

/** A party on the map, with its key ring. */
export function PartyNodeView({ data }: NodeProps<PartyNode>) {
  const { steps, cursor, parties } = usePlayer()
  const { party, involved } = data
  return (
    <div className="relative h-full cursor-default">
      <PartyBox party={party} called={parties[party]} involved={involved} />
      <Handles />
      <KeyRing keys={keyRings(steps, cursor)[party]} className={data.upper ? '-top-2.5' : '-bottom-2.5'} />
    </div>
  )
}
