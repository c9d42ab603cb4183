'use client'

import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import { PLANS } from '@/lib/course/plans'
import { Standing } from '../progress/standing'
import { partsOf } from '../progress/standing-words'
import { useRemembered } from '../progress/use-progress'

/** Where this learner stopped, or what comes after what was finished last. */
export function Resume() {
  const { progress } = useRemembered()
  const opened = PLANS.filter(({ id }) => progress.lessons[id]).toSorted((one, other) =>
    (progress.lessons[one.id]?.opened ?? '') < (progress.lessons[other.id]?.opened ?? '') ? 1 : -1,
  )
  const last = opened[0]
  if (!last) return null
  const finished = progress.lessons[last.id]?.finished !== null
  const next = PLANS.slice(PLANS.indexOf(last) + 1).find(({ id }) => !progress.lessons[id]?.finished)
  const plan = finished ? next : last
  if (!plan) return null
  return (
    <section
      aria-label="Continue"
      className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border-2 border-accent bg-surface px-5 py-4"
    >
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="font-semibold text-lg">
          {finished ? 'Next' : 'Continue'}: {plan.title}
        </h2>
        <p className="flex flex-wrap items-center gap-x-2 text-muted text-sm leading-6">
          {plan.minutes} minutes
          <Standing {...partsOf(plan)} />
        </p>
      </div>
      <Link
        href={`/learn/${plan.id}`}
        prefetch={false}
        className="inline-flex h-11 items-center gap-2 rounded-lg bg-accent px-4 font-semibold text-accent-ink hover:brightness-110"
      >
        {finished ? 'Begin' : 'Continue'} <Icon name="next" />
      </Link>
    </section>
  )
}
