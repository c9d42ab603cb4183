import type { ReactNode } from 'react'
import type { Party } from '@/lib/oauth/parties'
import { PARTY } from './party'

/** One shape a party, on a 20 by 20 grid; `ink` is where the letter's baseline stands. */
const SHAPES: Record<Party, { outline: ReactNode; baseline: number }> = {
  user: { outline: <circle cx="10" cy="10" r="8.75" />, baseline: 13.6 },
  browser: {
    outline: (
      <>
        <path d="M1.5 5.5a3 3 0 0 1 3-3h11a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3h-11a3 3 0 0 1-3-3Z" />
        <path d="M1.5 6h17" />
      </>
    ),
    baseline: 15.4,
  },
  client: { outline: <rect x="1.75" y="1.75" width="16.5" height="16.5" rx="1" />, baseline: 13.6 },
  service: { outline: <path d="M10 1 19 10 10 19 1 10Z" />, baseline: 13.6 },
  'authorization-server': { outline: <path d="M10 .75 18.25 5.4v9.2L10 19.25 1.75 14.6V5.4Z" />, baseline: 13.6 },
  'resource-server': {
    outline: (
      <>
        <path d="M2.25 4.25v11.5c0 1.6 3.5 2.75 7.75 2.75s7.75-1.15 7.75-2.75V4.25" />
        <ellipse cx="10" cy="4.25" rx="7.75" ry="2.75" />
      </>
    ),
    baseline: 15.6,
  },
  attacker: {
    outline: (
      <>
        <path d="M6.2 1h7.6L19 6.2v7.6L13.8 19H6.2L1 13.8V6.2Z" />
        <path d="m2 8 6-6.5M11.5 18.5 18 11.5" />
      </>
    ),
    baseline: 13.6,
  },
}

/** The party's shape with its letter. Decorative: its name must stand beside it. */
export function PartyIcon({ party, size = 20, className }: { party: Party; size?: number; className?: string }) {
  const { outline, baseline } = SHAPES[party]
  const look = PARTY[party]
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" className={className} data-party={party}>
      <g fill={look.tint} stroke={look.line} strokeWidth="1.5" strokeLinejoin="round">
        {outline}
      </g>
      <text
        x="10"
        y={baseline}
        textAnchor="middle"
        fontSize={baseline > 14 ? 9 : 10}
        fontWeight="750"
        fontFamily="var(--font-sans)"
        fill={look.ink}
      >
        {look.letter}
      </text>
    </svg>
  )
}
