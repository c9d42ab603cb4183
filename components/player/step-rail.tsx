'use client'

import { memo, useLayoutEffect, useRef } from 'react'
import { StepDisc } from '@/components/diagram/step-disc'
import { type StepFacts, stepFacts } from '@/components/transcript/facts'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { PHASES, type Phase } from '@/machines/kit/meta'
import { BranchTabs } from './branch-tabs'
import { usePlayer, usePlayerActions } from './player-context'
import type { LessonView } from './player-view'

interface StepRailProps {
  className?: string
  /** Called after going to a step. */
  onGo?: () => void
}

/** Phases and their steps; the recorded ones can be gone to. */
export function StepRail({ className, onGo }: StepRailProps) {
  const { steps, cursor, head, lesson, branches } = usePlayer()
  const list = useRef<HTMLElement>(null)
  const phases = phasesOf(steps.map((step) => ({ phase: step.phase, facts: stepFacts(step, cursor, head) })))

  // biome-ignore lint/correctness/useExhaustiveDependencies: the current step has moved when the cursor has.
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-current="step"]')?.scrollIntoView({ block: 'nearest' })
  }, [cursor])

  return (
    <div className={classes('flex min-h-0 flex-col', className)}>
      <BranchTabs upright className="max-h-44 shrink-0 overflow-y-auto border-line border-b py-2" />
      <nav ref={list} aria-label="Steps" className="min-h-0 flex-1 overflow-y-auto py-3">
        {phases.map(({ phase, facts }) => (
          <section key={facts[0]?.number} className="mb-3">
            <h2 className="px-4 pb-1 font-semibold text-subtle text-xs">{PHASES[phase]}</h2>
            <ol>
              {facts.map((fact) => (
                <RailStep
                  key={fact.number}
                  facts={fact}
                  leaving={branches.flatMap(({ step, name }) => (step === fact.number ? name : [])).join(', ')}
                  asked={lesson?.asked.get(fact.number)}
                  onGo={onGo}
                />
              ))}
            </ol>
          </section>
        ))}
        {lesson && <Ahead {...lesson} />}
      </nav>
    </div>
  )
}

/** Steps in the order they happened, under the phase they belong to; a phase that comes again stands again. */
function phasesOf(steps: readonly { phase: Phase; facts: StepFacts }[]): { phase: Phase; facts: StepFacts[] }[] {
  const phases: { phase: Phase; facts: StepFacts[] }[] = []
  for (const { phase, facts } of steps) {
    const last = phases.at(-1)
    if (last?.phase === phase) last.facts.push(facts)
    else phases.push({ phase, facts: [facts] })
  }
  return phases
}

/** What a lesson does not show yet. */
function Ahead({ ahead, questionsAhead }: LessonView) {
  if (ahead === 0) return null
  return (
    <p className="px-4 text-sm text-subtle">
      {ahead === 1 ? '1 more step' : `${ahead} more steps`}
      {questionsAhead > 0 && `, ${questionsAhead === 1 ? '1 question' : `${questionsAhead} questions`}`}
    </p>
  )
}

const ANSWERED = {
  right: 'it came as you said',
  missed: 'it came otherwise',
  skipped: 'question skipped',
} as const

type Asked = keyof typeof ANSWERED

/** Something was asked before this step. */
function PredictMark({ came }: { came: Asked }) {
  return (
    <span title={ANSWERED[came]} className="shrink-0 text-muted">
      <Icon name={came === 'right' ? 'check' : came === 'missed' ? 'again' : 'help'} size={12} />
      <span className="sr-only">{ANSWERED[came]}</span>
    </span>
  )
}

interface RailStepProps {
  facts: StepFacts
  /** Names of the branches that begin here, in one line. */
  leaving: string
  /** What came of the question before it. */
  asked: Asked | undefined
  onGo: (() => void) | undefined
}

/** Drawn anew only when something about it changed: a run may have hundreds of steps. */
const RailStep = memo(function RailStep({ facts, leaving, asked, onGo }: RailStepProps) {
  const { goTo } = usePlayerActions()
  const current = facts.time === 'current'
  const content = (
    <>
      <StepDisc facts={facts} />
      <span className="min-w-0 flex-1 truncate font-mono text-[12.5px]">{facts.label}</span>
      {asked && <PredictMark came={asked} />}
      {leaving !== '' && (
        <span title={`Branches begin here: ${leaving}`} className="shrink-0">
          <Icon name="branch" size={12} className="text-muted" />
          <span className="sr-only">a branch begins here</span>
        </span>
      )}
    </>
  )
  const look = 'flex h-8 w-full items-center gap-2.5 pr-2 pl-4 text-left -outline-offset-2'
  if (facts.time === 'planned') {
    return <li className={classes(look, 'text-subtle')}>{content}</li>
  }
  return (
    <li className="relative">
      {current && <span className="absolute inset-y-0 left-0 w-1 bg-accent" />}
      <button
        type="button"
        aria-current={current ? 'step' : undefined}
        title={facts.title}
        onClick={() => {
          goTo(facts.number)
          onGo?.()
        }}
        className={classes(look, current ? 'bg-sunken font-bold' : 'hover:bg-sunken')}
      >
        {content}
      </button>
    </li>
  )
})
