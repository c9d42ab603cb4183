'use client'

import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import { Prose } from '@/components/ui/prose'
import type { LessonPlan, Task } from '@/lib/course/lesson-plan'
import { useLessonProgress } from '../progress/use-progress'
import { TASK_KINDS } from './kinds'
import { taskPath } from './task-links'

interface LessonTasksProps {
  plan: LessonPlan
  /** Where a task is done; left out: on the page of a built-in lesson's task. */
  hrefOf?(lesson: string, task: string): string
}

/** What there is to do after the lesson, and what of it is done. */
export function LessonTasks({ plan, hrefOf = taskPath }: LessonTasksProps) {
  const { tasks: done } = useLessonProgress(plan.id)
  if (plan.tasks.length === 0) return null
  return (
    <section aria-labelledby="tasks" className="mt-10">
      <h2 id="tasks" className="font-semibold text-xl">
        Now do it
      </h2>
      <ul className="mt-3 grid gap-3 md:grid-cols-3">
        {plan.tasks.map((task) => (
          <TaskCard key={task.id} task={task} href={hrefOf(plan.id, task.id)} done={Object.hasOwn(done, task.id)} />
        ))}
      </ul>
    </section>
  )
}

function TaskCard({ task: { kind, title, text }, href, done }: { task: Task; href: string; done: boolean }) {
  const { word, icon } = TASK_KINDS[kind]
  return (
    <li className="group relative flex flex-col rounded-lg border border-line bg-surface p-4 focus-within:border-control hover:border-control">
      <p className="flex items-center gap-1.5 text-sm text-subtle">
        <Icon name={icon} size={14} className="shrink-0" />
        {word}
      </p>
      <h3 className="mt-1 font-semibold">
        <Link
          href={href}
          prefetch={false}
          className="before:absolute before:inset-0 before:rounded-lg group-hover:text-accent"
        >
          {title}
        </Link>
      </h3>
      <Prose text={text} className="mt-1 mb-3 text-muted leading-6" />
      {done && (
        <p className="mt-auto flex items-center gap-1.5 text-sm">
          <Icon name="check" size={14} className="shrink-0" />
          Done
        </p>
      )}
    </li>
  )
}
