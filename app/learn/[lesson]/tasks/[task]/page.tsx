import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TaskPage } from '@/components/learn/tasks/task-page'
import { readLink } from '@/components/player/link'
import { aboutFix } from '@/lib/attack-matrix/fix-about'
import { findPlan } from '@/lib/course/plans'

interface TaskProps {
  params: Promise<{ lesson: string; task: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function wanted({ params }: TaskProps) {
  const { lesson, task: id } = await params
  const plan = findPlan(lesson)
  const task = plan?.tasks.find((one) => one.id === id)
  return plan && task ? { plan, task } : null
}

export async function generateMetadata(props: TaskProps): Promise<Metadata> {
  const found = await wanted(props)
  return found ? { title: found.task.title, description: found.task.text } : {}
}

export default async function TaskRoute(props: TaskProps) {
  const { plan, task } = (await wanted(props)) ?? notFound()
  const given = Object.entries(await props.searchParams).map(([name, value]) => [name, [value].flat()[0]])
  const { options: _, ...spot } = readLink({ options: [] }, Object.fromEntries(given))
  const about = task.kind === 'fix' ? aboutFix(task) : null
  return <TaskPage key={`${plan.id} ${task.id}`} plan={plan} task={task} about={about} spot={spot} />
}
