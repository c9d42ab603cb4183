import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HandoutPage } from '@/components/export/handout/handout-page'
import { findGrant } from '@/machines/catalogue'
import { chosenOptions } from '@/machines/kit/options'

interface HandoutRoute {
  params: Promise<{ grant: string }>
  searchParams: Promise<Record<string, string | undefined>>
}

export async function generateMetadata({ params }: HandoutRoute): Promise<Metadata> {
  const entry = findGrant((await params).grant)
  return entry ? { title: `${entry.title}, handout` } : {}
}

export default async function Page({ params, searchParams }: HandoutRoute) {
  const entry = findGrant((await params).grant)
  if (!entry) notFound()
  return <HandoutPage flow={entry.slug} options={chosenOptions(entry.options, await searchParams)} />
}
