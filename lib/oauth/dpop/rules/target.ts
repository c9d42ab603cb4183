import { comparableUri, type DpopProof } from '../proof'
import type { ProofRule } from '../rule'

/** A proof caught at one server must be worth nothing at another. */
export const proofTarget: ProofRule<{ proof: DpopProof; uri: string }> = {
  id: 'dpop.target',
  rule: 'The proof was made for this URI, whatever its query.',
  cites: ['rfc9449-4.3'],
  reads: ['dpop.htu'],
  judge({ proof: { htu }, uri }) {
    const named = htu === null ? null : comparableUri(htu)
    if (named !== null && named === comparableUri(uri)) return { saw: `htu = ${named}` }
    return {
      saw: `htu = ${htu} ≠ ${uri}`,
      flaw: 'The DPoP proof was made for another URI.',
      hint: 'Whoever receives a proof could otherwise use it somewhere else.',
    }
  },
}
