import type { Metadata } from 'next'
import { LearnPage } from '@/components/learn/page/learn-page'

export const metadata: Metadata = { title: 'Learn' }

export default function LearnRoute() {
  return <LearnPage />
}
