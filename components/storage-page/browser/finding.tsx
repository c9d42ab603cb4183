import { classes } from '@/components/ui/classes'
import { Icon, type IconName } from '@/components/ui/icon'
import type { Cell, Tone } from './words'

/** Only a breach has the attacker's colour; everything else is told by glyph and word. */
const LOOK: Readonly<Record<Tone, { icon: IconName | null; look: string }>> = {
  breach: { icon: 'mask', look: 'text-attacker-ink' },
  risky: { icon: 'warning', look: 'text-ink' },
  held: { icon: 'shield', look: 'text-ink' },
  plain: { icon: null, look: 'text-ink' },
}

/** One thing that was found: glyph and word, and what was obtained or stood in the way. */
export function Finding({ tone, word, detail }: Cell) {
  const { icon, look } = LOOK[tone]
  return (
    <>
      <span className={classes('flex items-center gap-1.5 font-semibold', look)}>
        {icon && <Icon name={icon} size={16} className="shrink-0" />}
        {word}
      </span>
      <span className="block break-words text-muted text-sm">{detail}</span>
    </>
  )
}
