import { classes } from '@/components/ui/classes'
import { Glyph } from '@/components/ui/icon'
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
export function MarkIcon({ mark, size, className }: { mark: Mark; size?: number; className?: string }) {
  return (
    <Glyph size={size} className={classes('shrink-0', LOOK[mark], className)}>
      <path d={MARK_SHAPES[mark]} />
    </Glyph>
  )
}
