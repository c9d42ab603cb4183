import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import type { KeyRing, SigningKey } from './environment'

/**
 * Signing keys made when they are first needed: ES256 at once, RS256 (2048 bits, slow to make) only when asked for.
 * Key ids are thumbprints (RFC 7638). The keys live in memory, outside every store.
 */
export function createKeyRing(): KeyRing {
  const made = new Map<SigningKey['alg'], Promise<SigningKey>>()
  const signer = (algorithm: SigningKey['alg']): Promise<SigningKey> => {
    const known = made.get(algorithm)
    if (known) return known
    const fresh = makeKey(algorithm)
    made.set(algorithm, fresh)
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

async function makeKey(alg: SigningKey['alg']): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: false, modulusLength: 2048 })
  const jwk = await exportJWK(publicKey)
  const members = Object.entries(jwk).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const kid = await calculateJwkThumbprint(jwk)
  return { kid, alg, privateKey, publicJwk: { ...Object.fromEntries(members), kid, alg, use: 'sig' } }
}
