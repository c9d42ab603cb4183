'use client'

import type { ReactNode } from 'react'
import { optionsKey } from '@/components/player/run/run-words'
import { forgetRun } from '@/components/player/run/saved-run'
import { Button, ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Page } from '@/components/ui/page'
import { TextLink } from '@/components/ui/text-link'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { LessonTasks } from '../tasks/lesson-tasks'
import { LookedBack } from './looked-back'
import { FLOW, memoryOf } from './parts'
import { TryAttack } from './try-attack'

export interface NextLesson {
  id: string
  title: string
}

interface LessonSummaryProps {
  plan: LessonPlan
  next: NextLesson | undefined
  /** Stands before the ways on. */
  ending: ReactNode
}

/** After the flow: what was predicted, what to look at again, what to do, and where to go on. */
export function LessonSummary({ plan, next, ending }: LessonSummaryProps) {
  return (
    <Page title={plan.title} lead={plan.summary} trail={<TextLink href="/learn">Lessons</TextLink>} width="text">
      <LookedBack plan={plan} />
      <p className="mt-5 flex flex-wrap gap-2.5">
        <ButtonLink href={FLOW} document size="lg">
          <Icon name="back" /> Back to the flow
        </ButtonLink>
        <RunAgain plan={plan} />
      </p>
      <LessonTasks plan={plan} />
      {plan.attack && <TryAttack attack={plan.attack} />}
      {ending}
      <nav aria-label="Go on" className="mt-10 flex flex-wrap gap-2.5 border-line border-t pt-6">
        {next && (
          <ButtonLink
            href={`/learn/${next.id}`}
            size="lg"
            variant="primary"
            className="h-auto! min-h-11 shrink! whitespace-normal! py-1.5"
          >
            Next lesson: {next.title} <Icon name="next" />
          </ButtonLink>
        )}
        <ButtonLink href="/learn" size="lg">
          All lessons
        </ButtonLink>
        <ButtonLink href={`/flows/${plan.flow}`} size="lg">
          Explore this flow
        </ButtonLink>
      </nav>
    </Page>
  )
}

/** In a fresh lab, with every question. */
function RunAgain({ plan: { id, options } }: { plan: LessonPlan }) {
  const again = () => {
    forgetRun(memoryOf(id), optionsKey(options))
    location.assign(`${location.pathname}?ask=all`)
  }
  return (
    <Button size="lg" onClick={again}>
      <Icon name="restart" /> Once more, with all questions
    </Button>
  )
}
