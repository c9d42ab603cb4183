import { useRef, useState } from 'react'
import { labApi } from '@/components/player/run/lab-api'
import type { AssembleTask, LessonPlan } from '@/lib/course/lesson-plan'
import type { Card } from '@/lib/course/tasks/cards'
import type { Grade } from '@/lib/course/tasks/grade'
import { type OrderLine, runOrder } from '@/lib/course/tasks/run-order'
import { labOf } from '@/lib/course/tasks/start'
import { keepReceipt } from '../../files/kept-lessons'
import { recordTask } from '../../progress/progress-store'

/** The newest run of the learner's order. */
export interface OrderRun {
  /** Message by message, as they come. */
  lines: readonly OrderLine[]
  running: boolean
  /** As the server finds in the lab's record; null before the end. */
  grade: Grade | null
  failure: string | null
  run(order: readonly Card[], way: readonly Card[]): Promise<void>
  forget(): void
}

const NOTHING = { lines: [], running: false, grade: null, failure: null }

type Found = Pick<OrderRun, 'lines' | 'running' | 'grade' | 'failure'>

/** Really makes the moves in a fresh lab, in the learner's order, and has the server judge what was recorded. */
export function useOrderRun(plan: LessonPlan, task: AssembleTask): OrderRun {
  const [found, setFound] = useState<Found>(NOTHING)
  const latest = useRef(0)

  const run = async (order: readonly Card[], way: readonly Card[]) => {
    latest.current += 1
    const mine = latest.current
    const lines: OrderLine[] = []
    const show = (now: Partial<Found>) => mine === latest.current && setFound({ ...NOTHING, lines: [...lines], ...now })
    show({ running: true })
    try {
      const { id } = await labApi.create(labOf(plan) ?? {})
      const transport = {
        prepare: labApi.prepare.bind(null, id),
        deliver: labApi.deliver.bind(null, id),
      }
      for await (const line of runOrder(order, way, transport)) {
        lines.push(line)
        show({ running: true })
      }
      const grade = await labApi.grade(id, { ...plan, task })
      if (grade.done) recordTask(plan.id, task.id)
      keepReceipt(grade.receipt)
      show({ grade: told(grade, lines.at(-1)) })
      await labApi.remove(id).catch(() => null)
    } catch (error) {
      show({ failure: error instanceof Error ? error.message : String(error) })
    }
  }
  return {
    ...found,
    run,
    forget() {
      latest.current += 1
      setFound(NOTHING)
    },
  }
}

/** Where nothing could be sent, no record says why: the lab said it when it was asked. */
function told(grade: Grade, last: OrderLine | undefined): Grade {
  if (grade.done || last?.kind !== 'nothing') return grade
  return { ...grade, sentence: `${last.card.line} could not be sent. ${last.sentence}` }
}
