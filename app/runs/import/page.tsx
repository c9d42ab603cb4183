import type { Metadata } from 'next'
import { ImportPage } from '@/components/export/replay/import-page'

export const metadata: Metadata = {
  title: 'Open a saved run',
  description: 'A run file opens as a replay: every message, check and row, and nothing is sent.',
}

export default function Page() {
  return <ImportPage />
}
