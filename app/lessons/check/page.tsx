import type { Metadata } from 'next'
import { CheckPage } from '@/components/learn/files/check-page'

export const metadata: Metadata = { title: 'Check completion codes' }

export default function Page() {
  return <CheckPage />
}
