import type { Metadata } from 'next'
import { PlayPage } from '@/components/learn/files/play-page'

export const metadata: Metadata = { title: 'Lesson' }

interface PlayProps {
  params: Promise<{ lesson: string }>
}

export default async function Page({ params }: PlayProps) {
  const { lesson: id } = await params
  return <PlayPage key={id} id={id} />
}
