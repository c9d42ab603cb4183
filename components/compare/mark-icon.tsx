import { classes } from '@/components/ui/classes'
import type { Mark } from './table/evidence'
import { MARK_SHAPES } from './table/mark-shapes'

const LOOK: Readonly<Record<Mark, string>> = {
  fine: '',
  risky: '',
  stopped: '',
  breach: 'text-attacker-line',
  fact: 'text-subtle',
  absent: 'text-subtle',
  unknown: 'text-subtle',
}

/** The glyph of an answer; only what an attacker really got wears her colour. Decorative: words stand beside it. */
export function MarkIcon({ mark, size = 16, className }: { mark: Mark; size?: number; className?: string }) {
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
      data-mark={mark}
      className={classes('shrink-0', LOOK[mark], className)}
    >
      <path d={MARK_SHAPES[mark]} />
    </svg>
  )
}
