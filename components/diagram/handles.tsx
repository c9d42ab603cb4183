import { Handle, type NodeHandle, Position } from '@xyflow/react'

/** A place in the picture, in pixels. */
export interface Point {
  x: number
  y: number
}

const SIDES = ['source', 'target'] as const

/**
 * Every node has one handle a side, because React Flow draws no edge without. Where an edge really begins and ends is
 * arithmetic of the layout and stands in the edge's data, so a changing list of steps never meets a stale handle.
 */
export const HANDLES: NodeHandle[] = SIDES.map((type) => ({
  type,
  position: Position.Right,
  x: 0,
  y: 0,
  width: 0,
  height: 0,
}))

/** The same handles on the page, where React Flow looks for them: points, nothing to see. */
export function Handles() {
  return SIDES.map((type) => (
    <Handle key={type} type={type} position={Position.Right} isConnectable={false} style={POINT} />
  ))
}

const POINT = {
  width: 0,
  height: 0,
  minWidth: 0,
  minHeight: 0,
  border: 0,
  left: 0,
  top: 0,
  right: 'auto',
  transform: 'none',
  pointerEvents: 'none',
} as const
