import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AudienceWindow } from '@/components/present/audience/audience-window'
import { findGrant } from '@/machines/catalogue'
import { chosenOptions } from '@/machines/kit/options'

interface PresentPageProps {
  params: Promise<{ flow: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: PresentPageProps): Promise<Metadata> {
  const entry = findGrant((await params).flow)
  return entry ? { title: `Present ${entry.title}` } : {}
}

export default async function PresentPage({ params, searchParams }: PresentPageProps) {
  const entry = findGrant((await params).flow)
  if (!entry) notFound()
  const wanted = Object.fromEntries(
    Object.entries(await searchParams).map(([name, value]) => [name, [value].flat()[0]]),
  )
  return <AudienceWindow flow={entry.slug} options={chosenOptions(entry.options, wanted)} />
}
