'use client'

import { useEffect, useState } from 'react'
import { askFixAbout } from '@/components/attacks/attacks-api'
import { PageFailure } from '@/components/home/page-failure'
import type { AttackAbout } from '@/lib/attack-matrix/about'
import type { Task } from '@/lib/course/lesson-plan'
import { TaskPage, type TaskPageProps } from '../tasks/task-page'
import { NotKept } from './not-kept'
import { useKeptLesson } from './use-kept-lesson'

interface KeptTaskPageProps {
  lesson: string
  task: string
  spot: TaskPageProps['spot']
}

/** A task of a lesson that was given in a file or a link. */
export function KeptTaskPage({ lesson, task: id, spot }: KeptTaskPageProps) {
  const found = useKeptLesson(lesson)
  const task = found?.plan.tasks.find((one) => one.id === id)
  const { about, failure, ask } = useAbout(task)
  if (found === undefined) return null
  if (!found || !task) return <NotKept />
  if (failure) return <PageFailure title="This task cannot be opened" sentence={failure} retry={ask} />
  if (task.kind === 'fix' && !about) return null
  return <TaskPage plan={found.plan} task={task} about={about} spot={spot} />
}

/** What a task to stop an attack needs to be told of the attack; `ask` asks once more. */
function useAbout(task: Task | undefined) {
  const [about, setAbout] = useState<AttackAbout | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [asked, setAsked] = useState(1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked
  useEffect(() => {
    if (task?.kind !== 'fix') return
    let current = true
    setFailure(null)
    askFixAbout(task).then(
      (told) => current && setAbout(told),
      (error) => current && setFailure(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      current = false
    }
  }, [task, asked])
  return { about, failure, ask: () => setAsked((count) => count + 1) }
}
