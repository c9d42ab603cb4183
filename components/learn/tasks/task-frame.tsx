import type { ReactNode } from 'react'
import { Page } from '@/components/ui/page'
import { Prose } from '@/components/ui/prose'
import { TextLink } from '@/components/ui/text-link'
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
    <Page
      title={task.title}
      trail={
        <>
          <TextLink href={lessonPath(plan.id) + SUMMARY} alone document>
            {plan.title}
          </TextLink>{' '}
          / {TASK_KINDS[task.kind].word}
        </>
      }
    >
      <Prose text={task.text} className="mt-2 max-w-3xl text-lg text-muted" />
      <div className="mt-3">
        <Hints hints={task.hints} />
      </div>
      {children}
    </Page>
  )
}
