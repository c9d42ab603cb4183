import { Handle, type NodeHandle, Position } from '@xyflow/react'

/** Where an edge meets a node, from the node's top left corner. */
export interface End {
  id: string
  type: 'source' | 'target'
  x: number
  y: number
}

/** The ends as React Flow knows them before it has measured the page. */
export const handlesOf = (ends: readonly End[]): NodeHandle[] =>
  ends.map((end) => ({ ...end, position: Position.Right, width: 0, height: 0 }))

/** The same ends on the page, where React Flow measures them: points, nothing to see. */
export function Ends({ ends }: { ends: readonly End[] }) {
  return ends.map(({ id, type, x, y }) => (
    <Handle
      key={`${type} ${id}`}
      id={id}
      type={type}
      position={Position.Right}
      isConnectable={false}
      style={{ ...POINT, left: x, top: y }}
    />
  ))
}

const POINT = {
  width: 0,
  height: 0,
  minWidth: 0,
  minHeight: 0,
  border: 0,
  right: 'auto',
  transform: 'none',
  pointerEvents: 'none',
} as const
