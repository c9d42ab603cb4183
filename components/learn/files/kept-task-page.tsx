'use client'

import { useEffect, useState } from 'react'
import { askFixAbout } from '@/components/attacks/attacks-api'
import { SiteBar } from '@/components/ui/site-bar'
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
  const { about, failure } = useAbout(task)
  if (found === undefined) return null
  if (!found || !task) return <NotKept />
  if (failure) return <Failed sentence={failure} />
  if (task.kind === 'fix' && !about) return null
  return <TaskPage plan={found.plan} task={task} about={about} spot={spot} />
}

/** What a task to stop an attack needs to be told of the attack. */
function useAbout(task: Task | undefined) {
  const [about, setAbout] = useState<AttackAbout | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    if (task?.kind !== 'fix') return
    let current = true
    askFixAbout(task).then(
      (told) => current && setAbout(told),
      (error) => current && setFailure(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      current = false
    }
  }, [task])
  return { about, failure }
}

function Failed({ sentence }: { sentence: string }) {
  return (
    <>
      <SiteBar />
      <main className="mx-auto max-w-2xl px-4 py-10 sm:px-6">
        <h1 className="font-semibold text-2xl tracking-tight">This task cannot be opened</h1>
        <p role="alert" className="mt-2 text-lg text-muted">
          {sentence}
        </p>
      </main>
    </>
  )
}
