import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import { p256Key } from '@/lib/oauth/p256'
import type { Soon } from '@/lib/oauth/soon'
import type { KeyRing, SigningKey } from './environment'

/**
 * Signing keys made when they are first needed: ES256 at once, RS256 (2048 bits, slow to make) only when asked for.
 * Key ids are thumbprints (RFC 7638). The keys live in memory, outside every store.
 *
 * @param bytes 32 unpredictable ones that the ES256 key is made of; an RSA key cannot be made so with Web Crypto
 */
export function createKeyRing(bytes: Uint8Array): KeyRing {
  const made = new Map<SigningKey['alg'], Soon<SigningKey>>()
  const signer = (algorithm: SigningKey['alg']): Soon<SigningKey> => {
    const known = made.get(algorithm)
    if (known) return known
    const fresh = algorithm === 'ES256' ? makeEs256(bytes) : makeRs256()
    made.set(algorithm, fresh)
    void fresh.then((key) => made.set(algorithm, key))
    return fresh
  }
  return {
    signer,
    async keys() {
      await signer('ES256')
      return Promise.all(made.values())
    },
  }
}

async function makeEs256(bytes: Uint8Array): Promise<SigningKey> {
  const { privateKey, publicJwk } = await p256Key(bytes)
  return named('ES256', privateKey, publicJwk)
}

async function makeRs256(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: false, modulusLength: 2048 })
  const { kty = 'RSA', n = '', e = '' } = await exportJWK(publicKey)
  return named('RS256', privateKey, { kty, n, e })
}

async function named(alg: SigningKey['alg'], privateKey: CryptoKey, publicPart: Record<string, string>) {
  const kid = await calculateJwkThumbprint(publicPart)
  return { kid, alg, privateKey, publicJwk: { ...publicPart, kid, alg, use: 'sig' } } satisfies SigningKey
}
