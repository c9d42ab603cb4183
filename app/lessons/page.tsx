import type { Metadata } from 'next'
import { LessonsPage } from '@/components/learn/files/lessons-page'
import { namesOfLabs } from '@/lib/server/lessons/names'

export const metadata: Metadata = {
  title: 'Lessons as files',
  description: 'Write a lesson as a file, look it over, try it, and give it to a class.',
}

export default function Page() {
  return <LessonsPage labs={namesOfLabs()} />
}
