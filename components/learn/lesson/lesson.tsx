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
  /** The one after it; left out: none. */
  next?: NextLesson | undefined
  /** Stands at the end of what there is to look back at and to do. */
  ending?: ReactNode
}

/** A lesson, built in or from a file: the flow with its questions, then what there is to look back at and to do. */
export function Lesson({ plan, next, ending }: LessonProps) {
  const hash = useSyncExternalStore(
    subscribe,
    () => location.hash,
    () => '',
  )
  return hash === SUMMARY ? <LessonSummary plan={plan} next={next} ending={ending} /> : <LessonPlayer plan={plan} />
}
