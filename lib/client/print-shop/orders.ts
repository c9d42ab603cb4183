import { encodeBase64Url } from '@/lib/oauth/base64url'
import type { ClientEnvironment } from '../environment'
import type { PrintOrder } from '../tables'
import { APPLICATION } from './application'

const ORDER_LIFETIME = 24 * 60 * 60 * 1000

/** Takes an order: what it was ordered with, nothing fetched yet. */
export async function openOrder(
  env: ClientEnvironment,
  given: Pick<PrintOrder, 'user_name' | 'subject_token'>,
): Promise<PrintOrder> {
  const issued_at = env.now()
  const order: PrintOrder = {
    key: encodeBase64Url(env.random(9)),
    application: APPLICATION,
    ...given,
    assertion: null,
    access_token: null,
    scope: null,
    access_expires_at: null,
    photos: null,
    issued_at,
    expires_at: issued_at + ORDER_LIFETIME,
  }
  await env.store.insert('print_orders', order)
  return order
}

/** The order the shop is working on: the newest. */
export async function currentOrder(env: ClientEnvironment): Promise<PrintOrder> {
  const order = await findOrder(env)
  if (!order) throw new Error('The print shop has no order yet.')
  return order
}

export async function findOrder({ store }: ClientEnvironment): Promise<PrintOrder | null> {
  return (await store.find('print_orders', { application: APPLICATION })).at(-1) ?? null
}
