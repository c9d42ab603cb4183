import type { Metadata } from 'next'
import { Catalogue } from '@/components/catalogue/catalogue'
import { CATALOGUE } from '@/machines/catalogue'
import { loadGrant } from '@/machines/kit/entry'

export const metadata: Metadata = { title: 'Flows' }

export default async function FlowsPage() {
  return <Catalogue entries={await Promise.all(CATALOGUE.map(loadGrant))} />
}
