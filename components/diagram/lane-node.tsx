import type { NodeProps } from '@xyflow/react'
import { PARTY } from '@/components/ui/party'
import { Handles } from './handles'
import type { LaneNode } from './sequence-layout'

/** A party's lifeline. */
export function LaneNodeView({ data }: NodeProps<LaneNode>) {
  return (
    <>
      <div className="h-full w-0.5 opacity-40" style={{ background: PARTY[data.party].line }} />
      <Handles />
    </>
  )
}
