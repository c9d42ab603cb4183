'use client'

import { StepDisc } from '@/components/diagram/step-disc'
import { stepFacts } from '@/components/transcript/facts'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { PartyIcon } from '@/components/ui/party-icon'
import { SecretGlyph } from '@/components/ui/secret-glyph'
import type { PartyNames } from '@/machines/kit/party-names'
import type { Step } from '@/machines/kit/step'

interface StepCardProps {
  step: Step
  names: PartyNames
  /** How this column has what the columns first differ in; null where this is not that step. */
  differs: string | null
  open: boolean
  onOpen(): void
}

/** One message of a column, small: who sends what to whom, what it carries, and what became of it. */
export function StepCard({ step, names, differs, open, onOpen }: StepCardProps) {
  const facts = stepFacts(step, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)
  const shown = { ...facts, time: 'past' as const }
  const refused = step.outcome === 'refused'
  const attack = step.exchange?.from === 'attacker'
  const words = [
    `Step ${step.number}: ${names[step.from].name} to ${names[step.to].name}, ${step.label}`,
    facts.carried.length > 0 && `carries ${facts.carried.map(({ text }) => text).join(', ')}`,
    step.state === 'on-the-wire' && 'on the wire',
    refused && (attack ? 'refused, the defence worked' : 'refused'),
    differs !== null && 'first difference',
  ].filter(Boolean)
  return (
    <button
      type="button"
      aria-label={`${words.join(', ')}. Open the message`}
      aria-expanded={open}
      onClick={onOpen}
      className={classes(
        'flex w-full scroll-mt-24 scroll-mb-28 flex-col gap-1 rounded-md border bg-surface px-2 py-1.5 text-left hover:border-ink',
        open ? 'border-accent outline outline-accent' : differs === null ? 'border-line' : 'border-ink',
      )}
    >
      <span className="flex w-full min-w-0 items-center gap-1.5">
        <StepDisc facts={shown} />
        <PartyIcon party={step.from} size={18} />
        <Icon name="next" size={11} className="shrink-0 text-muted" />
        <PartyIcon party={step.to} size={18} />
        <span className="min-w-0 truncate font-mono text-[12.5px]">{step.label}</span>
        <span className="ml-auto flex shrink-0 items-center gap-1">
          <Icon name={step.channel === 'front' ? 'eye' : 'lock'} size={12} className="text-subtle" />
          {refused && <Icon name={attack ? 'shield' : 'cross'} size={14} />}
        </span>
      </span>
      {(facts.carried.length > 0 || facts.human || step.state === 'on-the-wire') && (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 pl-7 text-xs">
          {facts.human && <span className="text-user-ink">Alice {facts.human}</span>}
          {facts.carried.map(({ kind, value, text }) => (
            <span key={`${kind} ${value}`} className="inline-flex items-center gap-1 text-muted">
              <SecretGlyph kind={kind} size={10} />
              {text}
            </span>
          ))}
          {step.state === 'on-the-wire' && <span className="text-muted">on the wire</span>}
        </span>
      )}
      {differs !== null && (
        <span className="ml-7 rounded-sm bg-mark px-1.5 text-ink text-xs">First difference: {differs}</span>
      )}
    </button>
  )
}
