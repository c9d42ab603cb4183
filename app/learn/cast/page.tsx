import type { Metadata } from 'next'
import { CastPage } from '@/components/learn/cast/cast-page'

export const metadata: Metadata = { title: 'The cast' }

export default function CastRoute() {
  return <CastPage next={{ href: '/learn/authorization-code', label: 'Begin the first lesson' }} />
}
