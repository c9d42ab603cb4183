import type { EdgeProps } from '@xyflow/react'
import { MessageLine } from './message-line'
import type { MessageEdge } from './sequence-layout'

/** A message between two lanes. */
export function MessageEdgeView({ sourceX, sourceY, targetX, targetY, data }: EdgeProps<MessageEdge>) {
  if (!data) return null
  return (
    <MessageLine
      facts={data.facts}
      from={{ x: sourceX, y: sourceY }}
      to={{ x: targetX, y: targetY }}
      ground={data.facts.time === 'current' ? 'var(--sunken)' : 'var(--canvas)'}
    />
  )
}
