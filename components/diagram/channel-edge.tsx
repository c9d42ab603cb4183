import type { EdgeProps } from '@xyflow/react'
import { LinkLine } from './link-line'
import type { ChannelEdge } from './map-layout'
import { MessageLine } from './message-line'

/** What connects two parties; the current message over it, in its sender's colour. */
export function ChannelEdgeView({ data }: EdgeProps<ChannelEdge>) {
  if (!data) return null
  const { link, current, from, to } = data
  if (current && link !== 'human') {
    return <MessageLine facts={current} from={from} to={to} ground="var(--canvas)" />
  }
  return <LinkLine link={link} from={from} to={to} current={current !== null} />
}
