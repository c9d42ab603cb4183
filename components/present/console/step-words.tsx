'use client'

import { usePlayer } from '@/components/player/player-context'
import { PartyIcon } from '@/components/ui/party-icon'
import type { Step } from '@/machines/kit/step'

/** A step in a few words: its title, who sends what to whom. */
export function StepWords({ step }: { step: Step }) {
  const { parties } = usePlayer()
  return (
    <>
      <p className="font-semibold text-lg">
        <span className="tabular-nums">{step.number}.</span> {step.lesson.title}
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-muted text-sm">
        <PartyIcon party={step.from} size={16} /> {parties[step.from].name} → <PartyIcon party={step.to} size={16} />{' '}
        {parties[step.to].name}
      </p>
      <p className="mt-1 truncate font-mono text-sm">{step.label}</p>
      {step.human && <p className="mt-1 text-muted text-sm">Alice {step.human}.</p>}
    </>
  )
}
