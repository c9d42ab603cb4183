import { type ReactNode, useId } from 'react'
import { SANS } from './parts'

export const MARGIN = 24
/** Height of the title above a drawing. */
export const TITLE = 44

interface FrameProps {
  title: string
  /** What the picture shows, for those who cannot see it. */
  description: string
  /** No title above the drawing: it stands in the text around the picture. */
  bare?: boolean
  /** Of the drawing, without title and margins. */
  width: number
  height: number
  children: ReactNode
}

/** A picture that stands by itself: title, description, ground, and the drawing below its title. */
export function Frame({ title, description, bare = false, width, height, children }: FrameProps) {
  const id = useId()
  const top = bare ? 8 : TITLE
  const [outerWidth, outerHeight] = [width + 2 * MARGIN, height + top + (bare ? 0 : MARGIN)]
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={outerWidth}
      height={outerHeight}
      viewBox={`0 0 ${outerWidth} ${outerHeight}`}
      role="img"
      aria-labelledby={`${id}title ${id}description`}
    >
      <title id={`${id}title`}>{title}</title>
      <desc id={`${id}description`}>{description}</desc>
      <rect width={outerWidth} height={outerHeight} fill="var(--canvas)" />
      {!bare && (
        <text x={MARGIN} y="29" fontFamily={SANS} fontSize="16" fontWeight="600" fill="var(--ink)">
          {title}
        </text>
      )}
      <g transform={`translate(${MARGIN} ${top})`}>{children}</g>
    </svg>
  )
}
