import { classes } from '@/components/ui/classes'
import { Icon, type IconName } from '@/components/ui/icon'
import { VERDICT_WORDS, type VerdictLook } from './wording'

const LOOK: Readonly<Record<VerdictLook, { icon: IconName | null; look: string }>> = {
  passed: { icon: 'check', look: 'text-muted' },
  defended: { icon: 'shield', look: 'font-semibold text-ink' },
  refused: { icon: 'cross', look: 'font-semibold text-ink' },
  off: { icon: 'warning', look: 'font-semibold text-ink' },
  'not-reached': { icon: null, look: 'text-subtle' },
}

/** A verdict as glyph and word. Neutral ink: a blocked attack is no failure. */
export function VerdictMark({ verdict }: { verdict: VerdictLook }) {
  const { icon, look } = LOOK[verdict]
  return (
    <span className={classes('inline-flex items-start gap-1 text-xs', look)}>
      {icon ? <Icon name={icon} size={14} className="mt-px shrink-0" /> : <span aria-hidden="true">–</span>}
      {VERDICT_WORDS[verdict]}
    </span>
  )
}
