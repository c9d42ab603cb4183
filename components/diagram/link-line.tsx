import type { Link } from './map-layout'

/** A place in a picture: pixels, or parts of its size such as `50%`. */
export interface Place {
  x: number | string
  y: number | string
}

interface LinkLineProps {
  link: Link
  from: Place
  to: Place
  /** What it connects is spoken of now. */
  current?: boolean
}

/** What connects two parties, at rest: front channel dashed, back channel a double rail, what a human does dotted. */
export function LinkLine({ link, from, to, current = false }: LinkLineProps) {
  const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y }
  const colour = current ? 'var(--ink)' : 'var(--control)'
  if (link === 'back') {
    return (
      <g>
        <line {...ends} stroke={colour} strokeWidth={current ? 6 : 4.5} />
        <line {...ends} stroke="var(--canvas)" strokeWidth={current ? 2.2 : 1.7} />
      </g>
    )
  }
  if (link === 'front') return <line {...ends} stroke={colour} strokeWidth={current ? 3 : 2} strokeDasharray="9 5" />
  return (
    <line
      {...ends}
      stroke={current ? 'var(--user-line)' : 'var(--control)'}
      strokeWidth={current ? 3.5 : 2.25}
      strokeDasharray="0.1 6"
      strokeLinecap="round"
    />
  )
}
