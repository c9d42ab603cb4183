import type { Metadata } from 'next'
import { Catalogue } from '@/components/catalogue/catalogue'
import { CATALOGUE, loadGrant } from '@/machines/catalogue'

export const metadata: Metadata = { title: 'Flows' }

export default async function FlowsPage() {
  return <Catalogue entries={await Promise.all(CATALOGUE.map(loadGrant))} />
}
