import Link from 'next/link'
import { StepDisc } from '@/components/diagram/step-disc'
import { stepFacts } from '@/components/transcript/facts'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { PartyIcon } from '@/components/ui/party-icon'
import { SecretGlyph } from '@/components/ui/secret-glyph'
import type { PartyNames } from '@/machines/kit/party-names'
import type { Step } from '@/machines/kit/step'

interface StepRowProps {
  step: Step
  names: PartyNames
  /** Leads to this step in the player. */
  href: string
  /** How this run has what the two first differ in; null where this is not that step. */
  differs: string | null
  /** This message decides the run: the proof of success, or the refusal. */
  decides: 'breach' | 'stopped' | null
}

/** One message of a run, small: who sends what to whom, and what it carries. */
export function StepRow({ step, names, href, differs, decides }: StepRowProps) {
  const facts = stepFacts(step, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)
  const words = [
    `Step ${step.number}: ${names[step.from].name} to ${names[step.to].name}, ${step.label}`,
    facts.carried.length > 0 && `carries ${facts.carried.map(({ text }) => text).join(', ')}`,
    decides === 'breach' && 'proves the success',
    decides === 'stopped' && 'refused, the defence worked',
    differs !== null && 'first difference',
  ].filter(Boolean)
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        aria-label={`${words.join(', ')}. Open in the player`}
        className={classes(
          'flex min-h-9 flex-col justify-center gap-0.5 rounded-md border px-2 py-1 hover:border-ink',
          decides === 'breach' && 'border-attacker-line bg-attacker-tint',
          decides === 'stopped' && 'border-ink bg-surface',
          decides === null && (differs === null ? 'border-transparent' : 'border-control bg-surface'),
        )}
      >
        <span className="flex min-w-0 items-center gap-1.5">
          <StepDisc facts={{ ...facts, time: 'past' }} />
          <PartyIcon party={step.from} size={18} />
          <Icon name="next" size={11} className="shrink-0 text-muted" />
          <PartyIcon party={step.to} size={18} />
          <span className="min-w-0 truncate font-mono text-[12.5px]">{step.label}</span>
          <span className="ml-auto flex shrink-0 items-center gap-1.5 text-muted">
            {facts.carried.map(({ kind, value, text }) => (
              <span key={`${kind} ${value}`} title={text}>
                <SecretGlyph kind={kind} size={11} />
              </span>
            ))}
            {decides && (
              <Icon
                name={decides === 'breach' ? 'mask' : 'shield'}
                size={16}
                className={decides === 'breach' ? 'text-attacker-ink' : 'text-ink'}
              />
            )}
          </span>
        </span>
        {differs !== null && (
          <span className="ml-7 w-fit rounded-sm bg-mark px-1.5 text-ink text-xs">First difference: {differs}</span>
        )}
      </Link>
    </li>
  )
}
