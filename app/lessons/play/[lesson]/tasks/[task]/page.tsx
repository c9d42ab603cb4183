import type { Metadata } from 'next'
import { KeptTaskPage } from '@/components/learn/files/kept-task-page'
import { readLink } from '@/components/player/link'

export const metadata: Metadata = { title: 'Task' }

interface TaskProps {
  params: Promise<{ lesson: string; task: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Page({ params, searchParams }: TaskProps) {
  const { lesson, task } = await params
  const given = Object.entries(await searchParams).map(([name, value]) => [name, [value].flat()[0]])
  const { options: _, ...spot } = readLink({ options: [] }, Object.fromEntries(given))
  return <KeptTaskPage key={`${lesson} ${task}`} lesson={lesson} task={task} spot={spot} />
}
