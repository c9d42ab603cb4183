'use client'

import { PageFailure } from '@/components/home/page-failure'

export default function PageFailed({ error, reset }: { error: Error; reset(): void }) {
  return <PageFailure error={error} retry={reset} />
}
