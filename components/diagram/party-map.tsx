'use client'

import { useMemo, useRef } from 'react'
import { usePlayer } from '@/components/player/player-context'
import { ChannelEdgeView } from './channel-edge'
import { FlowSurface } from './flow-surface'
import { Legend } from './legend'
import { mapLayout } from './map-layout'
import { MessagesNodeView } from './messages-node'
import { PartyNodeView } from './party-node'
import { useSize } from './use-size'

const NODES = { party: PartyNodeView, messages: MessagesNodeView }
const EDGES = { channel: ChannelEdgeView }
const LEAST = { width: 640, height: 400 }

/** The parties and what connects them: the picture of RFC 6749, section 1.2, with the messages on it. */
export function PartyMap() {
  const { steps, lanes, cursor, head } = usePlayer()
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const width = Math.max(size?.width ?? 0, LEAST.width)
  const height = Math.max(size?.height ?? 0, LEAST.height)
  const { nodes, edges } = useMemo(
    () => mapLayout({ steps, parties: lanes, cursor, head, width, height }),
    [steps, lanes, cursor, head, width, height],
  )
  return (
    <div className="flex h-full flex-col bg-canvas">
      <div ref={frame} className="min-h-0 flex-1 overflow-auto">
        {size && (
          <div style={{ width, height }}>
            <FlowSurface
              label="Map of the parties; the same content follows as a list"
              nodes={nodes}
              edges={edges}
              nodeTypes={NODES}
              edgeTypes={EDGES}
            />
          </div>
        )}
      </div>
      <Legend />
    </div>
  )
}
