import { p256Key } from '@/lib/oauth/p256'

/** The application's key for DPoP proofs: made once, when first needed. Its private half cannot be read, only used. */
export type ProofKey = () => Promise<CryptoKeyPair>

/** @param bytes 32 unpredictable ones that the key is made of */
export function newProofKey(bytes: Uint8Array): ProofKey {
  let made: Promise<CryptoKeyPair> | null = null
  return () => {
    made ??= keyPair(bytes)
    return made
  }
}

async function keyPair(bytes: Uint8Array): Promise<CryptoKeyPair> {
  const { privateKey, publicJwk } = await p256Key(bytes)
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  return { privateKey, publicKey: await crypto.subtle.importKey('jwk', publicJwk, algorithm, true, ['verify']) }
}
