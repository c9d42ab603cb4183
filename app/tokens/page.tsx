import type { Metadata } from 'next'
import { TokensPage } from '@/components/tokens/tokens-page'

export const metadata: Metadata = { title: 'Token bench' }

export default function Tokens() {
  return <TokensPage />
}
