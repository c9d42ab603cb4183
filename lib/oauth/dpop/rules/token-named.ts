import type { DpopProof } from '../proof'
import type { ProofRule } from '../rule'
import { accessTokenHash } from '../thumbprint'

/** Ties the proof to one token: a proof made for one cannot be sent along with another. */
export const proofNamesToken: ProofRule<{ proof: DpopProof; token: string }> = {
  id: 'dpop.token-named',
  rule: 'The proof was made for this access token.',
  cites: ['rfc9449-4.3', 'rfc9449-7'],
  reads: ['dpop.ath', 'authorization'],
  off: (policy) => !policy.strictDpop,
  async judge({ proof: { ath }, token }) {
    const hash = await accessTokenHash(token)
    if (ath === hash) return { saw: `ath = SHA-256(access token) = ${hash}` }
    return { saw: `ath = ${ath} ≠ ${hash}`, flaw: 'The DPoP proof was made for another access token.' }
  },
}
