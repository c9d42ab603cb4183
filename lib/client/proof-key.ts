import * as oauth from 'oauth4webapi'

/** The application's key for DPoP proofs: made once, when first needed. Its private half cannot be read, only used. */
export type ProofKey = () => Promise<CryptoKeyPair>

export function newProofKey(): ProofKey {
  let made: Promise<CryptoKeyPair> | null = null
  return () => {
    made ??= oauth.generateKeyPair('ES256')
    return made
  }
}
