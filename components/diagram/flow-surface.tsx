'use client'

import '@xyflow/react/dist/base.css'
import { type Edge, type EdgeTypes, type Node, type NodeTypes, ReactFlow } from '@xyflow/react'
import { type MouseEvent, useCallback } from 'react'
import { usePlayerActions, useViewer } from '@/components/player/player-context'

interface FlowSurfaceProps<NodeType extends Node, EdgeType extends Edge> {
  label: string
  nodes: NodeType[]
  edges: EdgeType[]
  nodeTypes: NodeTypes
  edgeTypes: EdgeTypes
}

const VIEWPORT = { x: 0, y: 0, zoom: 1 }
/** Each diagram hides what is outside it and never the page's own scrolling. */
const OPTIONS = { hideAttribution: true }

/**
 * React Flow as a picture: no panning, zooming, dragging or focus. To assistive technology it is an image, since the
 * transcript carries the same facts; for the pointer, a click on a step goes there and one on a chip marks its value.
 */
export function FlowSurface<NodeType extends Node, EdgeType extends Edge>({
  label,
  nodes,
  edges,
  nodeTypes,
  edgeTypes,
}: FlowSurfaceProps<NodeType, EdgeType>) {
  const { goTo } = usePlayerActions()
  const mark = useViewer((viewer) => viewer.mark)

  // Another function would have React Flow draw every node anew.
  const click = useCallback(
    (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return
      const value = event.target.closest('[data-value]')?.getAttribute('data-value')
      if (value) return mark(value)
      const step = event.target.closest('[data-step]')?.getAttribute('data-step')
      if (step) goTo(Number(step))
    },
    [goTo, mark],
  )

  return (
    <ReactFlow
      ref={(element) => {
        element?.setAttribute('role', 'img')
        element?.setAttribute('aria-label', label)
      }}
      className="picture"
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      viewport={VIEWPORT}
      onNodeClick={click}
      nodesFocusable={false}
      edgesFocusable={false}
      nodesDraggable={false}
      nodesConnectable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      panOnDrag={false}
      panOnScroll={false}
      zoomOnScroll={false}
      zoomOnPinch={false}
      zoomOnDoubleClick={false}
      preventScrolling={false}
      autoPanOnNodeFocus={false}
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      zoomActivationKeyCode={null}
      panActivationKeyCode={null}
      proOptions={OPTIONS}
    />
  )
}
