'use client'

import { PageFailure } from '@/components/home/page-failure'

export default function PageFailed({ reset }: { reset(): void }) {
  return <PageFailure retry={reset} />
}
