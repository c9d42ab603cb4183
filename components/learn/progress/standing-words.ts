import type { IconName } from '@/components/ui/icon'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { type LessonProgress, missed } from '@/lib/course/progress'

export interface StandingWord {
  icon: IconName
  text: string
}

/** Ids of a lesson and of what can be done in it. */
export interface LessonParts {
  lesson: string
  questions: readonly string[]
  tasks: readonly string[]
}

export const partsOf = ({ id, stops, tasks }: LessonPlan): LessonParts => ({
  lesson: id,
  questions: stops.flatMap(({ question }) => question?.id ?? []),
  tasks: tasks.map((task) => task.id),
})

/** Seen, predicted, done: what can be said of a lesson's progress. Questions and tasks it no longer has do not count. */
export function standingOf({ questions, tasks }: LessonParts, progress: LessonProgress): StandingWord[] {
  const { reached, finished, predictions } = progress
  const answers = questions.flatMap((id) => predictions[id] ?? [])
  const again = answers.filter(missed).length
  const done = tasks.filter((id) => progress.tasks[id] !== undefined).length
  const words: (StandingWord | false)[] = [
    finished !== null && { icon: 'eye', text: 'Seen' },
    finished === null && reached.step > 0 && { icon: 'clock', text: `Step ${reached.step} of ${reached.of}` },
    answers.length > again && { icon: 'check', text: `${answers.length - again} predicted` },
    again > 0 && { icon: 'again', text: `${again} to look at again` },
    done > 0 && { icon: 'pencil', text: done === 1 ? '1 task done' : `${done} tasks done` },
  ]
  return words.filter((word) => word !== false)
}
