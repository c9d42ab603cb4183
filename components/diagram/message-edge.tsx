import type { EdgeProps } from '@xyflow/react'
import { MessageLine } from './message-line'
import type { MessageEdge } from './sequence-layout'

/** A message between two lanes. */
export function MessageEdgeView({ data }: EdgeProps<MessageEdge>) {
  if (!data) return null
  const { facts, from, to } = data
  return (
    <MessageLine
      facts={facts}
      from={from}
      to={to}
      ground={facts.time === 'current' ? 'var(--sunken)' : 'var(--canvas)'}
    />
  )
}
