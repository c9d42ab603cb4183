import type { NodeProps } from '@xyflow/react'
import type { PhaseNode } from './sequence-layout'

/** Where a phase begins, with the goal it serves. */
export function PhaseNodeView({ data }: NodeProps<PhaseNode>) {
  return (
    <div className="flex h-full cursor-default items-end px-3 pb-0.5">
      <span className="bg-canvas pr-1 font-medium text-subtle text-xs">{data.goal}</span>
    </div>
  )
}
