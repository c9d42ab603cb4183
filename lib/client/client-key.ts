import { calculateJwkThumbprint } from 'jose'
import { p256Key } from '@/lib/oauth/p256'
import type { ClientPrivateKey } from './environment'

/**
 * A key pair for an application: the private half stays with it, the public one is registered.
 *
 * @param bytes 32 unpredictable ones that the key is made of
 */
export async function newClientKey(
  bytes: Uint8Array,
): Promise<{ privateKey: ClientPrivateKey; publicJwk: Record<string, unknown> }> {
  const { publicJwk, privateJwk } = await p256Key(bytes)
  const kid = await calculateJwkThumbprint(publicJwk)
  return { privateKey: { kid, jwk: privateJwk }, publicJwk: { ...publicJwk, kid, alg: 'ES256', use: 'sig' } }
}
