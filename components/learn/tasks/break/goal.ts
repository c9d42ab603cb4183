import { createContext, useContext } from 'react'
import type { BreakTask, LessonPlan } from '@/lib/course/lesson-plan'

export interface BreakGoal {
  plan: LessonPlan
  task: BreakTask
}

export const GoalContext = createContext<BreakGoal | null>(null)

/** The task that is done in this player. */
export function useGoal(): BreakGoal {
  const goal = useContext(GoalContext)
  if (!goal) throw new Error('This component must stand inside a BreakPage.')
  return goal
}
