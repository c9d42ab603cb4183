import { useEffect, useMemo, useState } from 'react'
import { labApi } from '@/components/player/run/lab-api'
import { type Run, sentenceOf } from '@/components/player/run/run'
import type { BreakTask, LessonPlan } from '@/lib/course/lesson-plan'
import { gradeBreak } from '@/lib/course/tasks/break'
import type { Grade } from '@/lib/course/tasks/grade'
import { keepReceipt } from '../../files/kept-lessons'
import { recordTask } from '../../progress/progress-store'

/** How the task stands: at once from what this page has seen; once that says done, as the server finds in the lab. */
export function useBreakGrade(run: Run, plan: LessonPlan, task: BreakTask): Grade {
  const { lab, exchanges } = run.state()
  const seen = useMemo(() => gradeBreak(plan, task, exchanges), [plan, task, exchanges])
  const [found, setFound] = useState<Grade | null>(null)
  const proof = seen.proof?.seq ?? null

  useEffect(() => {
    setFound(null)
    if (proof === null) return
    // At once: whoever leaves before the server has answered has done it all the same.
    recordTask(plan.id, task.id)
    let current = true
    labApi.grade(lab.id, { ...plan, task }).then(
      (grade) => {
        keepReceipt(grade.receipt)
        if (current) setFound(grade)
      },
      (error) => current && run.fail(sentenceOf(error)),
    )
    return () => {
      current = false
    }
  }, [run, lab.id, proof, plan, task])
  return found ?? seen
}
