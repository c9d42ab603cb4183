import type { Metadata } from 'next'
import { Catalogue } from '@/components/catalogue/catalogue'

export const metadata: Metadata = { title: 'Flows' }

export default function FlowsPage() {
  return <Catalogue />
}
