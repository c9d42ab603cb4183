'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { optionsKey } from '@/components/player/run/run-words'
import { forgetRun } from '@/components/player/run/saved-run'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { SiteBar } from '@/components/ui/site-bar'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { LessonTasks } from '../tasks/lesson-tasks'
import { LookedBack } from './looked-back'
import { FLOW, memoryOf } from './parts'
import { TryAttack } from './try-attack'

const WAY =
  'inline-flex h-11 items-center gap-2 rounded-lg border border-control bg-surface px-4 font-semibold hover:bg-sunken'

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
    <>
      <SiteBar />
      <main className="mx-auto max-w-4xl px-4 pt-10 pb-20 sm:px-6">
        <p className="text-muted">
          <Link href="/learn" className="underline decoration-control underline-offset-3 hover:text-accent">
            Lessons
          </Link>
        </p>
        <h1 className="font-semibold text-3xl tracking-tight">{plan.title}</h1>
        <p className="mt-2 max-w-2xl text-lg text-muted">{plan.summary}</p>
        <LookedBack plan={plan} />
        <p className="mt-5 flex flex-wrap gap-2.5">
          <a href={FLOW} className={WAY}>
            <Icon name="back" /> Back to the flow
          </a>
          <RunAgain plan={plan} />
        </p>
        <LessonTasks plan={plan} />
        {plan.attack && <TryAttack attack={plan.attack} />}
        {ending}
        <nav aria-label="Go on" className="mt-10 flex flex-wrap gap-2.5 border-line border-t pt-6">
          {next && (
            <Link
              href={`/learn/${next.id}`}
              className="inline-flex h-11 items-center gap-2 rounded-lg bg-accent px-4 font-semibold text-accent-ink hover:brightness-110"
            >
              Next lesson: {next.title} <Icon name="next" />
            </Link>
          )}
          <Link href="/learn" className={WAY}>
            All lessons
          </Link>
          <Link href={`/flows/${plan.flow}`} className={WAY}>
            Explore this flow
          </Link>
        </nav>
      </main>
    </>
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
