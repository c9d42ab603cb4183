import type { StepOutcome } from '@/components/transcript/facts'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'

const ICONS = { passed: 'check', refused: 'cross', dropped: 'cross', failed: 'warning' } as const

/** What the receiver made of a message. Neutral ink: a refusal is a defence that worked. */
export function OutcomeDisc({ outcome, className }: { outcome: StepOutcome; className?: string }) {
  return (
    <span
      className={classes(
        'inline-flex size-4 shrink-0 items-center justify-center rounded-full border-[1.5px] border-ink',
        outcome.kind === 'passed' ? 'bg-surface text-ink' : 'bg-ink text-surface',
        className,
      )}
    >
      <Icon name={ICONS[outcome.kind]} size={10} />
    </span>
  )
}
