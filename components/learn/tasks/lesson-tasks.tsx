'use client'

import type { LessonPlan } from '@/lib/course/lesson-plan'

/** What there is to do after the lesson. */
export function LessonTasks({ plan }: { plan: LessonPlan }) {
  if (plan.tasks.length === 0) return null
  return (
    <section aria-labelledby="tasks" className="mt-10">
      <h2 id="tasks" className="font-semibold text-xl">
        Now do it
      </h2>
      <ul className="mt-3 grid gap-3">
        {plan.tasks.map(({ id, title, text }) => (
          <li key={id} className="rounded-lg border border-line bg-surface p-4">
            <h3 className="font-semibold">{title}</h3>
            <p className="mt-1 text-muted">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
