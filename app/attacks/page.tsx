import type { Metadata } from 'next'
import { MatrixPage } from '@/components/attacks/matrix/matrix-page'
import { presetOption } from '@/components/attacks/settings'
import { readLink } from '@/components/player/link'
import { allAttacks, grantsOfMatrix } from '@/lib/attack-matrix/about'
import type { Preset } from '@/lib/oauth/policy'

export const metadata: Metadata = {
  title: 'Attacks',
  description: 'Every attack on every grant, executed here and now against the lab’s own servers.',
}

interface AttacksProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Attacks({ searchParams }: AttacksProps) {
  const { preset } = await searchParams
  const { options, notice } = readLink({ options: [presetOption('bcp')] }, { preset: [preset].flat()[0] })
  return (
    <MatrixPage attacks={allAttacks()} grants={grantsOfMatrix()} preset={options.preset as Preset} notice={notice} />
  )
}
