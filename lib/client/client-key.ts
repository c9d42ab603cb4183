import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import type { ClientPrivateKey } from './environment'

/** A key pair for an application: the private half stays with it, the public one is registered. */
export async function newClientKey(): Promise<{ privateKey: ClientPrivateKey; publicJwk: Record<string, unknown> }> {
  const pair = await generateKeyPair('ES256', { extractable: true })
  const publicJwk = await exportJWK(pair.publicKey)
  const kid = await calculateJwkThumbprint(publicJwk)
  const jwk = await crypto.subtle.exportKey('jwk', pair.privateKey)
  return { privateKey: { kid, jwk }, publicJwk: { ...publicJwk, kid, alg: 'ES256', use: 'sig' } }
}
