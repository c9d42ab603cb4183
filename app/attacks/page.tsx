import type { Metadata } from 'next'
import { MatrixPage } from '@/components/attacks/matrix/matrix-page'
import { allAttacks, grantsOfMatrix } from '@/lib/attack-matrix/about'
import { PRESETS } from '@/lib/oauth/policy'

export const metadata: Metadata = {
  title: 'Attacks',
  description: 'Every attack on every grant, executed here and now against the lab’s own servers.',
}

interface AttacksProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Attacks({ searchParams }: AttacksProps) {
  const { preset } = await searchParams
  const chosen = PRESETS.find((one) => one === preset) ?? 'bcp'
  return <MatrixPage attacks={allAttacks()} grants={grantsOfMatrix()} preset={chosen} />
}
