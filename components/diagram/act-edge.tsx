import type { EdgeProps } from '@xyflow/react'
import type { StepFacts } from '@/components/transcript/facts'
import type { Point } from './handles'
import type { ActEdge } from './sequence-layout'

interface ActLineProps {
  facts: Pick<StepFacts, 'time'>
  from: Point
  to: Point
}

/** What the human does at her browser: no message, so a dotted line. */
export function ActLine({ facts, from, to }: ActLineProps) {
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

export function ActEdgeView({ data }: EdgeProps<ActEdge>) {
  return data ? <ActLine {...data} /> : null
}
