import type { DpopProof } from '../proof'
import type { ProofRule } from '../rule'

/** Seconds that a proof is good for, and that the two clocks may differ (RFC 9449, section 11.1). */
export const PROOF_WINDOW = 60

export const proofFresh: ProofRule<{ proof: DpopProof; now: number }> = {
  id: 'dpop.fresh',
  rule: 'The proof was made just now.',
  cites: ['rfc9449-4.3', 'rfc9449-11.1'],
  reads: ['dpop.iat'],
  judge({ proof: { iat }, now }) {
    const age = Math.floor(now / 1000) - (iat ?? Number.NaN)
    const saw = `made ${age} s ago, at most ${PROOF_WINDOW} s`
    if (Math.abs(age) <= PROOF_WINDOW) return { saw }
    return {
      saw: age > 0 ? saw : `made ${-age} s in the future, at most ${PROOF_WINDOW} s`,
      flaw: 'The DPoP proof was not made just now.',
      hint: 'A request that waits too long needs a new proof.',
    }
  },
}
