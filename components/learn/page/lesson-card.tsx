import Link from 'next/link'
import { StatusBadge } from '@/components/catalogue/status-badge'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import type { GrantEntry } from '@/machines/kit/entry'
import { Standing } from '../progress/standing'
import { partsOf } from '../progress/standing-words'

interface LessonCardProps {
  plan: LessonPlan
  /** What best practice says of the flow; null for one that is not here. */
  status: Pick<GrantEntry, 'status' | 'statusCite' | 'rfc'> | null
}

/** One lesson: what one can tell afterwards, how long it takes, how far this learner came. */
export function LessonCard({ plan, status }: LessonCardProps) {
  const { id, title, summary, minutes } = plan
  return (
    <li className="group relative flex flex-col rounded-lg border border-line bg-surface px-5 py-4 focus-within:border-control hover:border-control">
      <h3 className="font-semibold text-lg">
        <Link
          href={`/learn/${id}`}
          prefetch={false}
          className="before:absolute before:inset-0 before:rounded-lg group-hover:text-accent"
        >
          {title}
        </Link>
      </h3>
      <p className="mt-1 mb-3 text-muted leading-6">{summary}</p>
      <div className="mt-auto grid gap-2">
        {status && (
          <div className="relative justify-self-start">
            <StatusBadge
              status={status.status}
              rfc={status.rfc}
              {...(status.statusCite && { statusCite: status.statusCite })}
            />
          </div>
        )}
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-subtle leading-6">
          {minutes} minutes
          <Standing {...partsOf(plan)} />
        </p>
      </div>
    </li>
  )
}
