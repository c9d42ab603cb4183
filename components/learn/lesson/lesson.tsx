'use client'

import { type ReactNode, useSyncExternalStore } from 'react'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { LessonPlayer } from './lesson-player'
import { LessonSummary, type NextLesson } from './lesson-summary'
import { SUMMARY } from './parts'

function subscribe(changed: () => void) {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

interface LessonProps {
  plan: LessonPlan
<<<<<<< HEAD
  /** Stands at the end of what there is to look back at and to do. */
  ending?: ReactNode
}

/** A lesson, built in or from a file: the flow with its questions, then what there is to look back at and to do. */
export function Lesson({ plan, ending }: LessonProps) {
=======
  /** The one after it; left out: none. */
  next?: NextLesson | undefined
}

/** A lesson, built in or from a file: the flow with its questions, then what there is to look back at and to do. */
export function Lesson({ plan, next }: LessonProps) {
>>>>>>> 08fb404 (perf(learn): the pages of lessons carry no plan but their own)
  const hash = useSyncExternalStore(
    subscribe,
    () => location.hash,
    () => '',
  )
<<<<<<< HEAD
  return hash === SUMMARY ? <LessonSummary plan={plan} ending={ending} /> : <LessonPlayer plan={plan} />
=======
  return hash === SUMMARY ? <LessonSummary plan={plan} next={next} /> : <LessonPlayer plan={plan} />
>>>>>>> 08fb404 (perf(learn): the pages of lessons carry no plan but their own)
}
