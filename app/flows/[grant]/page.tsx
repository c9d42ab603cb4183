import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { readLink } from '@/components/player/link'
import { FlowPlayer } from '@/components/player/run/flow-player'
import { findPlan } from '@/lib/course/plans'
import { findGrant } from '@/machines/catalogue'

interface FlowPageProps {
  params: Promise<{ grant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: FlowPageProps): Promise<Metadata> {
  const entry = findGrant((await params).grant)
  return entry ? { title: entry.title, description: entry.summary } : {}
}

export default async function FlowPage({ params, searchParams }: FlowPageProps) {
  const entry = findGrant((await params).grant)
  if (!entry) notFound()
  const { mode, ...link } = firstValues(await searchParams)
  if (mode === 'learn' && findPlan(entry.slug)) redirect(`/learn/${entry.slug}`)
  const { options, ...spot } = readLink(entry, link)
  return <FlowPlayer flow={entry.slug} options={options} spot={spot} />
}

function firstValues(parameters: Record<string, string | string[] | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, [value].flat()[0]]))
}
