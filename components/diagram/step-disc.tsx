import type { StepFacts } from '@/components/transcript/facts'
import { classes } from '@/components/ui/classes'
import { PARTY } from '@/components/ui/party'

/** A step's number in its sender's colour. Filled: happened. Outlined: not as of the cursor. */
export function StepDisc({
  facts,
  className,
}: {
  facts: Pick<StepFacts, 'number' | 'time' | 'from'>
  className?: string
}) {
  const { line, ink } = PARTY[facts.from]
  const happened = facts.time === 'past' || facts.time === 'current'
  const style = happened
    ? { background: line, color: 'var(--on-solid)', borderColor: line }
    : facts.time === 'later'
      ? { background: 'var(--surface)', color: ink, borderColor: line }
      : { background: 'var(--surface)', color: 'var(--subtle)', borderColor: 'var(--control)' }
  return (
    <span
      className={classes(
        'inline-flex size-[22px] shrink-0 items-center justify-center rounded-full border-[1.5px] font-bold text-[12px] tabular-nums leading-none -tracking-wide',
        className,
      )}
      style={style}
    >
      {facts.number}
    </span>
  )
}
