import type { ReactNode } from 'react'
import { Prose } from '@/components/ui/prose'
import { SiteBar } from '@/components/ui/site-bar'
import type { LessonPlan, Task } from '@/lib/course/lesson-plan'
import { SUMMARY } from '../lesson/parts'
import { Hints } from './hints'
import { TASK_KINDS } from './kinds'
import { lessonPath } from './task-links'

interface TaskFrameProps {
  plan: LessonPlan
  task: Task
  children: ReactNode
}

/** A page for one task: the way back, what to reach, hints, and below it the work. */
export function TaskFrame({ plan, task, children }: TaskFrameProps) {
  return (
    <>
      <SiteBar />
      <main className="mx-auto max-w-6xl px-4 pt-8 pb-20 sm:px-6">
        <p className="text-muted text-sm">
          <a
            href={lessonPath(plan.id) + SUMMARY}
            className="inline-flex min-h-6 items-center underline underline-offset-3 hover:text-accent"
          >
            {plan.title}
          </a>{' '}
          / {TASK_KINDS[task.kind].word}
        </p>
        <h1 className="mt-1 font-semibold text-3xl tracking-tight">{task.title}</h1>
        <Prose text={task.text} className="mt-2 max-w-3xl text-lg text-muted" />
        <div className="mt-3">
          <Hints hints={task.hints} />
        </div>
        {children}
      </main>
    </>
  )
}
