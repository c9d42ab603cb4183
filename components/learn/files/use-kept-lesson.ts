import { useEffect, useMemo, useState } from 'react'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { type KeptLesson, keptLesson } from './kept-lessons'

/** A kept lesson with the plan to be played: progress is kept by the lesson and what it says. */
export interface Kept {
  kept: KeptLesson
  plan: LessonPlan
}

/** @returns null when this browser does not have it, undefined until that is known */
export function useKeptLesson(id: string): Kept | null | undefined {
  const [kept, setKept] = useState<KeptLesson | null | undefined>(undefined)
  useEffect(() => setKept(keptLesson(id)), [id])
  return useMemo(() => kept && { kept, plan: { ...kept.plan, id } }, [kept, id])
}
