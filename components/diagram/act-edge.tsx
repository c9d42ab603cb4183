import type { EdgeProps } from '@xyflow/react'
import type { ActEdge } from './sequence-layout'

/** What the human does at her browser: no message, so a dotted line. */
export function ActEdgeView({ sourceX, sourceY, targetX, data }: EdgeProps<ActEdge>) {
  const planned = data?.facts.time === 'planned'
  const colour = planned ? 'var(--control)' : 'var(--user-line)'
  const end = targetX - 9
  return (
    <g data-act>
      <path
        d={`M${sourceX} ${sourceY}H${end}`}
        stroke={colour}
        strokeWidth={data?.facts.time === 'current' ? 3 : 2.25}
        strokeDasharray="0.1 5"
        strokeLinecap="round"
        fill="none"
      />
      <path d={`M${targetX - 1} ${sourceY}l-9 -5v10Z`} fill={colour} />
    </g>
  )
}
