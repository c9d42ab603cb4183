import type { ReactNode } from 'react'

/** Strokes on a 16 by 16 grid. */
const ICONS = {
  eye: (
    <>
      <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z" />
      <circle cx="8" cy="8" r="2" fill="currentColor" stroke="none" />
    </>
  ),
  lock: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1.5" fill="currentColor" />
      <path d="M5.25 7V4.75a2.75 2.75 0 0 1 5.5 0V7" />
    </>
  ),
  check: <path d="m3 8.5 3.25 3.25L13 4.75" strokeWidth="2" />,
  cross: <path d="m4 4 8 8m0-8-8 8" strokeWidth="2" />,
  shield: (
    <>
      <path d="M8 1.75 13.25 4v4c0 3-2.25 5.25-5.25 6.25C5 13.25 2.75 11 2.75 8V4Z" />
      <path d="m5.5 8 1.9 1.9 3.3-3.6" />
    </>
  ),
  mask: (
    <>
      <path d="M1.75 5.25c3.9-1.3 8.6-1.3 12.5 0 .1 4.6-1.6 7-3.3 7-1.4 0-1.7-1.4-2.95-1.4s-1.55 1.4-2.95 1.4c-1.7 0-3.4-2.4-3.3-7Z" />
      <path d="M4.5 7.5h2m3 0h2" />
    </>
  ),
  warning: <path d="M8 2.25 14.5 13.5h-13ZM8 6.5v3.25m0 1.6v.4" />,
  back: <path d="M9.75 3.25 5 8l4.75 4.75" />,
  next: <path d="M6.25 3.25 11 8l-4.75 4.75" />,
  down: <path d="M3.25 6 8 10.75 12.75 6" />,
  last: <path d="M4 3.25 8.75 8 4 12.75M12 3v10" />,
  branch: <path d="M4 2v12M4 9.5c0-3 8-1.5 8-5m-2-1.75L12 2.5l2 1.75" />,
  up: <path d="M3.25 10 8 5.25 12.75 10" />,
  restart: <path d="M3 3v3.75h3.75M3.35 6.5A5.1 5.1 0 1 1 2.9 9" />,
  again: <path d="M13 3v3.75H9.25M12.65 6.5A5.1 5.1 0 1 0 13.1 9" />,
  pencil: <path d="m10.5 3 2.5 2.5-7.5 7.5H3v-2.5Zm-1.75 1.75 2.5 2.5" />,
  close: <path d="m4 4 8 8m0-8-8 8" />,
  copy: <path d="M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8Z" />,
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M4 8h8" />,
  trash: <path d="M3 4.5h10M6 4.5v-2h4v2m-6 0 .6 9h6.8l.6-9" />,
  theme: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 2.25a5.75 5.75 0 0 1 0 11.5Z" fill="currentColor" />
    </>
  ),
  help: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M6.2 6.3a1.85 1.85 0 1 1 2.75 1.6c-.6.35-.95.75-.95 1.35m0 1.9v.2" />
    </>
  ),
  panel: <path d="M2 3h12v10H2Zm7.5 0v10" />,
  rows: <path d="M3 2v12m5-12v12m5-12v12M3.5 5h4m1 3h4m-4 3h-5" />,
  map: (
    <>
      <circle cx="3.5" cy="4" r="1.75" />
      <circle cx="12.5" cy="4" r="1.75" />
      <circle cx="8" cy="12.5" r="1.75" />
      <path d="M5.25 4h5.5m-6.4 1.5L7 11m4.65-5.5L9 11" />
    </>
  ),
  menu: <path d="M2.5 4.5h11m-11 3.5h11m-11 3.5h11" />,
  list: <path d="M2.5 4h.5m3 0h7.5M2.5 8h.5m3 0h7.5m-11 4h.5m3 0h7.5" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.5 1.5" />
    </>
  ),
  script: <path d="m5.5 4-4 4 4 4m5-8 4 4-4 4" />,
  expand: <path d="M2.5 6V2.5H6m4 0h3.5V6m0 4v3.5H10m-4 0H2.5V10" />,
  save: <path d="M8 2v7.75M4.75 6.75 8 10l3.25-3.25M3 12.75v.75h10v-.75" />,
  share: <path d="M8 10V2M5 4.75 8 1.75l3 3M5.5 7H3v7h10V7h-2.5" />,
  link: (
    <path d="M6.6 9.4a2.6 2.6 0 0 0 3.7 0l2.6-2.6a2.6 2.6 0 0 0-3.7-3.7L8 4.3m1.4 2.3a2.6 2.6 0 0 0-3.7 0L3.1 9.2a2.6 2.6 0 0 0 3.7 3.7L8 11.7" />
  ),
  external: <path d="M6 3.5H3v9.5h9.5v-3M9 2.5h4.5V7m0-4.5-6 6" />,
  options: (
    <>
      <path d="M2 4.5h7.5m4 0h.5M2 11.5h.5m4 0H14" />
      <circle cx="11.5" cy="4.5" r="1.75" />
      <circle cx="4.5" cy="11.5" r="1.75" />
    </>
  ),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof ICONS

interface GlyphProps {
  size?: number | undefined
  className?: string | undefined
}

/** A decorative picture: whatever it says must also stand as text or as its button's name. */
export function Icon({ name, ...look }: GlyphProps & { name: IconName }) {
  return <Glyph {...look}>{ICONS[name]}</Glyph>
}

/** The frame of every line drawing: 16 units square, lines as thick as those of the text beside it. */
export function Glyph({ size = 16, className, children }: GlyphProps & { children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
    >
      {children}
    </svg>
  )
}
