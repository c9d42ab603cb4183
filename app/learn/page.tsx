import type { Metadata } from 'next'
import { Learn } from '@/components/learn/learn'

export const metadata: Metadata = { title: 'The cast' }

export default function LearnPage() {
  return <Learn next={{ href: '/flows/authorization-code', label: 'Run your first flow' }} />
}
