import type { EdgeProps } from '@xyflow/react'
import type { ActEdge } from './sequence-layout'

/** What the human does at her browser: no message, so a dotted line. */
export function ActEdgeView({ data }: EdgeProps<ActEdge>) {
  if (!data) return null
  const { facts, from, to } = data
  const colour = facts.time === 'planned' ? 'var(--control)' : 'var(--user-line)'
  return (
    <g data-act>
      <path
        d={`M${from.x} ${from.y}H${to.x - 9}`}
        stroke={colour}
        strokeWidth={facts.time === 'current' ? 3 : 2.25}
        strokeDasharray="0.1 5"
        strokeLinecap="round"
        fill="none"
      />
      <path d={`M${to.x - 1} ${to.y}l-9 -5v10Z`} fill={colour} />
    </g>
  )
}
