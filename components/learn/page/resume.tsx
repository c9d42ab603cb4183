'use client'

import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { NOT_OPENED } from '@/lib/course/progress'
import { Standing } from '../progress/standing'
import type { LessonParts } from '../progress/standing-words'
import { useRemembered } from '../progress/use-progress'

interface ResumeProps {
  /** In their order. */
  lessons: readonly { title: string; minutes: number; parts: LessonParts }[]
}

/** Where this learner stopped, or what comes after what was finished last. */
export function Resume({ lessons }: ResumeProps) {
  const { progress } = useRemembered()
  const of = ({ parts }: (typeof lessons)[number]) => progress.lessons[parts.lesson] ?? NOT_OPENED
  const last = lessons.toSorted((one, other) => of(other).opened.localeCompare(of(one).opened))[0]
  if (!last || of(last) === NOT_OPENED) return null
  const finished = of(last).finished !== null
  const next = lessons.slice(lessons.indexOf(last) + 1).find((lesson) => of(lesson).finished === null)
  const lesson = finished ? next : last
  if (!lesson) return null
  const { title, minutes, parts } = lesson
  return (
    <section
      aria-label="Continue"
      className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border-2 border-accent bg-surface px-5 py-4"
    >
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="font-semibold text-lg">
          {finished ? 'Next' : 'Continue'}: {title}
        </h2>
        <p className="flex flex-wrap items-center gap-x-2 text-muted text-sm leading-6">
          {minutes} minutes
          <Standing {...parts} />
        </p>
      </div>
      <ButtonLink href={`/learn/${parts.lesson}`} prefetch={false} size="lg" variant="primary">
        {finished ? 'Begin' : 'Continue'} <Icon name="next" />
      </ButtonLink>
    </section>
  )
}
