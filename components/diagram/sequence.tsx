'use client'

import { useLayoutEffect, useMemo, useRef } from 'react'
import { usePlayer } from '@/components/player/player-context'
import { ActEdgeView } from './act-edge'
import { FlowSurface } from './flow-surface'
import { keyRings } from './key-ring'
import { LaneNodeView } from './lane-node'
import { Legend } from './legend'
import { MessageEdgeView } from './message-edge'
import { PartyHeads } from './party-heads'
import { PhaseNodeView } from './phase-node'
import { RowNodeView } from './row-node'
import { ROW, sequenceLayout } from './sequence-layout'
import { useSize } from './use-size'

const NODES = { lane: LaneNodeView, phase: PhaseNodeView, row: RowNodeView }
const EDGES = { message: MessageEdgeView, act: ActEdgeView }
const HEADS = 64
/** Pixels of the legend where it is highest. */
const LEGEND = 80
/** With narrower lanes, the diagram scrolls sideways. */
const LEAST = 112
/** How far down the visible part the current row is brought. */
const EYE_LEVEL = 0.4

/** Lanes and rows: who sends what to whom, in order. */
export function Sequence() {
  const { steps, lanes, cursor, head, parties } = usePlayer()
  const scroller = useRef<HTMLElement>(null)
  const size = useSize(scroller)
  const width = Math.max(size?.width ?? 0, LEAST * lanes.length)
  const visible = (size?.height ?? 0) - HEADS
  const layout = useMemo(
    () => sequenceLayout({ steps, parties: lanes, cursor, head, width, leastHeight: visible - LEGEND }),
    [steps, lanes, cursor, head, width, visible],
  )
  const rings = useMemo(() => keyRings(steps, cursor), [steps, cursor])

  const top = layout.tops.get(cursor) ?? 0
  const current = steps[cursor - 1]
  const ends = layout.lanes.filter(({ party }) => party === current?.from || party === current?.to).map(({ x }) => x)
  const middle = ends.length === 0 ? 0 : (Math.min(...ends) + Math.max(...ends)) / 2
  const settled = useRef<number | null>(null)
  useLayoutEffect(() => {
    const still = settled.current !== visible || matchMedia('(prefers-reduced-motion: reduce)').matches
    settled.current = visible
    const element = scroller.current
    element?.scrollTo({
      top: top + ROW / 2 - visible * EYE_LEVEL,
      left: middle - element.clientWidth / 2,
      behavior: still ? 'instant' : 'smooth',
    })
  }, [top, middle, visible])

  return (
    <section
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
      tabIndex={0}
      aria-label="Diagram"
      className="relative h-full overflow-auto bg-canvas [scrollbar-gutter:stable]"
    >
      {size && (
        <>
          <div className="sticky top-0 z-10 border-line border-b bg-canvas" style={{ width }}>
            <PartyHeads lanes={layout.lanes} rings={rings} names={parties} />
          </div>
          <div style={{ height: layout.height, width }}>
            <FlowSurface
              label="Sequence diagram; the same content follows as a list"
              nodes={layout.nodes}
              edges={layout.edges}
              nodeTypes={NODES}
              edgeTypes={EDGES}
            />
          </div>
          <Legend />
        </>
      )}
    </section>
  )
}
