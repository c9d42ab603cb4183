import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readEmbed } from '@/components/embed/embed-link'
import { EmbedPlayer } from '@/components/embed/embed-player'
import { findGrant } from '@/machines/catalogue'

interface EmbedPageProps {
  params: Promise<{ flow: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: EmbedPageProps): Promise<Metadata> {
  const entry = findGrant((await params).flow)
  return entry ? { title: entry.title, description: entry.summary, robots: { index: false } } : {}
}

/** The only page that other sites may frame (`lib/tools/start.mjs`). */
export default async function EmbedPage({ params, searchParams }: EmbedPageProps) {
  const entry = findGrant((await params).flow)
  if (!entry) notFound()
  const parameters = Object.entries(await searchParams).map(([name, value]) => [name, [value].flat()[0]] as const)
  return <EmbedPlayer flow={entry.slug} spot={readEmbed(entry, Object.fromEntries(parameters))} />
}
