import type { Metadata } from 'next'
import { PlayPage } from '@/components/learn/files/play-page'

export const metadata: Metadata = { title: 'Lesson' }

interface PlayProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Page({ searchParams }: PlayProps) {
  const id = [(await searchParams).lesson].flat()[0] ?? ''
  return <PlayPage key={id} id={id} />
}
