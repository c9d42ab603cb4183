'use client'

import { notFound } from 'next/navigation'
import type { readLink } from '@/components/player/link'
import type { AttackAbout } from '@/lib/attack-matrix/about'
import type { LessonPlan, Task } from '@/lib/course/lesson-plan'
import { AssemblePage } from './assemble/assemble-page'
import { BreakPage } from './break/break-page'
import { FixPage } from './fix/fix-page'

export interface TaskPageProps {
  plan: LessonPlan
  task: Task
  /** The attack to be stopped, with the switches that are offered; null where there is none. */
  about: AttackAbout | null
  /** Where a link leads within the player. */
  spot: Omit<ReturnType<typeof readLink>, 'options'>
}

/** One task of a lesson. */
export function TaskPage({ plan, task, about, spot }: TaskPageProps) {
  switch (task.kind) {
    case 'break':
      return <BreakPage plan={plan} task={task} spot={spot} />
    case 'fix':
      return about ? <FixPage plan={plan} task={task} about={about} /> : notFound()
    case 'assemble':
      return <AssemblePage plan={plan} task={task} />
  }
}
