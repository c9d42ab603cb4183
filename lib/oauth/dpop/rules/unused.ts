import type { DpopProof } from '../proof'
import type { ProofRule } from '../rule'

/** Asked last, so that a proof refused for another reason is not used up. */
export const proofUnused: ProofRule<{ proof: DpopProof; remember: (jti: string) => Promise<number> }> = {
  id: 'dpop.unused',
  rule: 'The proof is shown for the first time.',
  cites: ['rfc9449-11.1', 'rfc9449-4.3'],
  reads: ['dpop.jti', 'dpop_proofs'],
  off: (policy) => !policy.strictDpop,
  async judge({ proof: { jti }, remember }) {
    const times = await remember(jti ?? '')
    if (times === 1) return { saw: 'a new jti, remembered from now on' }
    return {
      saw: `this jti was seen before, now ${times} times`,
      flaw: 'The DPoP proof was used before.',
      hint: 'Somebody who copied the whole request, token and proof, sends it again. A client makes a new proof for each request.',
    }
  },
}
