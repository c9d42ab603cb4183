import { useState } from 'react'
import { askFix } from '@/components/attacks/attacks-api'
import type { FixTask } from '@/lib/course/lesson-plan'
import type { FixAnswer, Switches } from '@/lib/course/tasks/fix'
import { keepReceipt } from '../../files/kept-lessons'
import { recordTask } from '../../progress/progress-store'

/** The newest check of the learner's switches. */
export interface Fix {
  answer: FixAnswer | null
  running: boolean
  failure: string | null
  /** Really runs the attack and the honest flow. */
  check(chosen: Switches): Promise<void>
  /** What was found holds no longer: the switches were changed. */
  forget(): void
}

export function useFix(lesson: string, { id, attack, grant, case: one, preset, policy }: FixTask): Fix {
  const [answer, setAnswer] = useState<FixAnswer | null>(null)
  const [running, setRunning] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  const check = async (chosen: Switches) => {
    setRunning(true)
    setFailure(null)
    try {
      const found = await askFix({
        attack,
        grant,
        ...(one && { case: one }),
        preset,
        ...(policy && { policy }),
        chosen,
      })
      setAnswer(found)
      if (found.grade.done) recordTask(lesson, id)
      keepReceipt(found.grade.receipt)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    }
    setRunning(false)
  }
  return { answer, running, failure, check, forget: () => setAnswer(null) }
}
