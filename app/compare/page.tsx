import type { Metadata } from 'next'
import { ComparePage } from '@/components/compare/compare-page'

export const metadata: Metadata = {
  title: 'Compare flows',
  description: 'Grants of OAuth 2.0 side by side: who saw what, and what a thief can really do with it.',
}

interface CompareProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Compare({ searchParams }: CompareProps) {
  const { flows, f, phase } = await searchParams
  const wanted = [flows ?? f ?? []].flat().join(',')
  return <ComparePage key={wanted} flows={wanted} phase={[phase].flat()[0] ?? null} />
}
