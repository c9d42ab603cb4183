import type { DpopProof } from '../proof'
import type { ProofRule } from '../rule'

export const proofMethod: ProofRule<{ proof: DpopProof; method: string }> = {
  id: 'dpop.method',
  rule: 'The proof was made for this HTTP method.',
  cites: ['rfc9449-4.3'],
  reads: ['dpop.htm'],
  judge({ proof: { htm }, method }) {
    if (htm === method) return { saw: `htm = ${htm}` }
    return { saw: `htm = ${htm} ≠ ${method}`, flaw: 'The DPoP proof was made for another method.' }
  },
}
