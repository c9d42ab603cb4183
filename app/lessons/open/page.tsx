import type { Metadata } from 'next'
import { OpenPage } from '@/components/learn/files/open-page'
import { namesOfLabs } from '@/lib/server/lessons/names'

export const metadata: Metadata = { title: 'Open a lesson' }

export default function Page() {
  return <OpenPage labs={namesOfLabs()} />
}
