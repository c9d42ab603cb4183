'use client'

import { OutcomeDisc } from '@/components/diagram/outcome-disc'
import { StepDisc } from '@/components/diagram/step-disc'
import { stepFacts } from '@/components/transcript/facts'
import { classes } from '@/components/ui/classes'
import { ModalDialog } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import { PartyIcon } from '@/components/ui/party-icon'
import type { Step } from '@/machines/kit/step'
import { usePlayer, usePlayerActions } from '../player-context'

/** All steps at a glance; those that have happened can be gone to. */
export function OverviewDialog({ onClose }: { onClose(): void }) {
  const { steps, title } = usePlayer()
  return (
    <ModalDialog title={`${title}, ${steps.length} steps`} onClose={onClose} className="mt-[8dvh] w-[min(72rem,94vw)]">
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(min(13rem,100%),1fr))] gap-2.5">
        {steps.map((step) => (
          <li key={step.number}>
            <Card step={step} onGo={onClose} />
          </li>
        ))}
      </ol>
    </ModalDialog>
  )
}

function Card({ step, onGo }: { step: Step; onGo(): void }) {
  const { cursor, head, parties } = usePlayer()
  const { goTo } = usePlayerActions()
  const facts = stepFacts(step, cursor, head)
  const look = 'flex h-28 w-full flex-col gap-1.5 rounded-lg border p-2.5 text-left'
  const content = (
    <>
      <span className="flex items-center gap-1.5">
        <StepDisc facts={facts} />
        <span className="sr-only">
          {parties[facts.from].name} to {parties[facts.to].name}
        </span>
        <PartyIcon party={facts.from} size={16} />
        <Icon name="next" size={10} className="text-muted" />
        <PartyIcon party={facts.to} size={16} />
        {facts.outcome && (
          <span className="ml-auto" title={facts.outcome.text}>
            <OutcomeDisc outcome={facts.outcome} />
            <span className="sr-only">{facts.outcome.text}</span>
          </span>
        )}
      </span>
      <span className="line-clamp-2 font-medium text-sm leading-4.5">{facts.title}</span>
      <span className="mt-auto truncate font-mono text-muted text-xs">{facts.label}</span>
    </>
  )
  if (facts.time === 'planned') {
    return <div className={classes(look, 'border-line border-dashed text-subtle')}>{content}</div>
  }
  const current = facts.time === 'current'
  return (
    <button
      type="button"
      aria-current={current ? 'step' : undefined}
      data-focus-first={current || undefined}
      onClick={() => {
        goTo(facts.number)
        onGo()
      }}
      className={classes(
        look,
        current ? 'border-accent bg-sunken outline outline-accent' : 'border-control hover:bg-sunken',
      )}
    >
      {content}
    </button>
  )
}
