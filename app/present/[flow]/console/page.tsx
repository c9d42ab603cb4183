import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ConsoleWindow } from '@/components/present/console/console-window'
import { findGrant } from '@/machines/catalogue'
import { chosenOptions } from '@/machines/kit/options'

interface ConsolePageProps {
  params: Promise<{ flow: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: ConsolePageProps): Promise<Metadata> {
  const entry = findGrant((await params).flow)
  return entry ? { title: `${entry.title}, console` } : {}
}

export default async function ConsolePage({ params, searchParams }: ConsolePageProps) {
  const entry = findGrant((await params).flow)
  if (!entry) notFound()
  const wanted = Object.fromEntries(
    Object.entries(await searchParams).map(([name, value]) => [name, [value].flat()[0]]),
  )
  return <ConsoleWindow flow={entry.slug} options={chosenOptions(entry.options, wanted)} />
}
