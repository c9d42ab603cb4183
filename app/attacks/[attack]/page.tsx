import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AttackPage } from '@/components/attacks/page/attack-page'
import { aboutAttack } from '@/lib/attack-matrix/about'

interface AttackProps {
  params: Promise<{ attack: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: AttackProps): Promise<Metadata> {
  const about = aboutAttack((await params).attack)
  return about ? { title: about.title, description: about.summary } : {}
}

export default async function Attack({ params, searchParams }: AttackProps) {
  const about = aboutAttack((await params).attack)
  if (!about) notFound()
  const given = Object.entries(await searchParams).map(([name, value]) => [name, [value].flat()[0] ?? ''])
  return <AttackPage key={about.slug} about={about} options={Object.fromEntries(given)} />
}
