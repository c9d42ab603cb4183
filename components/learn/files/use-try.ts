import { useState } from 'react'
import { sentenceOf } from '@/components/player/run/run-words'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { findGrant } from '@/machines/catalogue'
import { type Tried, tryLesson } from './try-lesson'

/** Trying a lesson out when somebody asks for it. */
export function useTry(plan: LessonPlan) {
  const [trying, setTrying] = useState(false)
  const [tried, setTried] = useState<Tried | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const start = async () => {
    const entry = findGrant(plan.flow)
    if (!entry || trying) return
    setTrying(true)
    setFailure(null)
    try {
      setTried(await tryLesson(entry, plan))
    } catch (error) {
      setFailure(sentenceOf(error))
    } finally {
      setTrying(false)
    }
  }
  return { trying, tried, failure, start }
}
