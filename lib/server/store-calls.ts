import 'server-only'
import { LabRefusal } from '@/lib/lab/refusal'
import type { BackendKind } from '@/lib/storage/port'
import type { StoreOffer } from '@/lib/wire/measurement'
import { control } from './control'
import { measureStore } from './measure-store'
import { START_POSTGRES, START_REDIS, world } from './world'

const STORES: readonly BackendKind[] = ['memory', 'sqlite', 'postgres', 'redis']

/** The stores of this app, and what starts those that are not configured. */
export function storeOffers(): StoreOffer[] {
  const { databaseUrl, redisUrl } = world().config
  const starts: Record<BackendKind, [configured: boolean, startWith: string | null]> = {
    memory: [true, null],
    sqlite: [true, null],
    postgres: [databaseUrl !== null, START_POSTGRES],
    redis: [redisUrl !== null, START_REDIS],
  }
  return STORES.map((store) => ({ store, configured: starts[store][0], startWith: starts[store][1] }))
}

/** `POST /api/stores/measure` `{ store }`: measures it now, on this machine. */
export const measureStoreCall = control(async ({ store }) => {
  const known = STORES.find((one) => one === store)
  if (!known) throw new LabRefusal(400, `store takes one of ${STORES.join(', ')}.`)
  return Response.json(await measureStore(known), { headers: { 'cache-control': 'no-store' } })
})
