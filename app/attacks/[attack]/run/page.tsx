import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AttackPlayer } from '@/components/attacks/run/attack-player'
import { attackOptions } from '@/components/attacks/settings'
import { readLink } from '@/components/player/link'
import { aboutAttack } from '@/lib/attack-matrix/about'

interface AttackRunProps {
  params: Promise<{ attack: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: AttackRunProps): Promise<Metadata> {
  const about = aboutAttack((await params).attack)
  return about ? { title: about.title, description: about.summary } : {}
}

export default async function AttackRun({ params, searchParams }: AttackRunProps) {
  const about = aboutAttack((await params).attack)
  if (!about) notFound()
  const given = Object.entries(await searchParams).map(([name, value]) => [name, [value].flat()[0]])
  const parameters: Record<string, string | undefined> = Object.fromEntries(given)
  const { options, ...spot } = readLink({ options: attackOptions(about, parameters) }, parameters)
  return <AttackPlayer about={about} options={options} spot={spot} />
}
