import type { EdgeProps } from '@xyflow/react'
import type { ChannelEdge } from './map-layout'
import { MessageLine } from './message-line'

/** What connects two parties; the current message over it, in its sender's colour. */
export function ChannelEdgeView({ data }: EdgeProps<ChannelEdge>) {
  if (!data) return null
  const { link, current, from, to } = data
  if (current && link !== 'human') {
    return <MessageLine facts={current} from={from} to={to} ground="var(--canvas)" />
  }
  const path = `M${from.x} ${from.y}L${to.x} ${to.y}`
  if (link === 'back') {
    return (
      <g>
        <path d={path} stroke="var(--control)" strokeWidth="4.5" />
        <path d={path} stroke="var(--canvas)" strokeWidth="1.7" />
      </g>
    )
  }
  if (link === 'front') return <path d={path} stroke="var(--control)" strokeWidth="2" strokeDasharray="9 5" />
  return (
    <path
      d={path}
      stroke={current ? 'var(--user-line)' : 'var(--control)'}
      strokeWidth={current ? 3.5 : 2.25}
      strokeDasharray="0.1 6"
      strokeLinecap="round"
    />
  )
}
