import type { Metadata } from 'next'
import { StoragePage } from '@/components/storage-page/storage-page'
import { attackerIsAnotherSite } from '@/lib/server/hosting'
import { storeOffers } from '@/lib/server/store-calls'

export const metadata: Metadata = { title: 'Where tokens live' }

export default function Storage() {
  return <StoragePage offers={storeOffers()} crossSite={attackerIsAnotherSite()} />
}
