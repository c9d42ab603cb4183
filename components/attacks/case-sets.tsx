import { classes } from '@/components/ui/classes'
import type { CaseAbout } from '@/lib/attack-matrix/about'
import { valueText } from './settings'

/** What a case sets for itself, whatever the rules say. Nothing where it sets nothing. */
export function CaseSets({ sets, className }: Pick<CaseAbout, 'sets'> & { className?: string }) {
  const all = Object.entries(sets)
  if (all.length === 0) return null
  return (
    <p className={classes('text-muted', className)}>
      Set here whatever the rules say:{' '}
      <span className="font-mono text-[0.9em] text-ink">
        {all.map(([name, value]) => `${name}: ${valueText(value)}`).join(', ')}
      </span>
    </p>
  )
}
