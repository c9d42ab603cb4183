import type { DpopProof } from '../proof'
import type { ProofRule } from '../rule'

/** Another kind of JWT, signed with the same key for another purpose, must not pass for a proof. */
export const proofType: ProofRule<DpopProof> = {
  id: 'dpop.type',
  rule: 'The JWT says that it is a DPoP proof.',
  cites: ['rfc9449-4.3', 'rfc9449-4.2'],
  reads: ['dpop.typ'],
  judge({ typ }) {
    if (typ === 'dpop+jwt') return { saw: 'typ = dpop+jwt' }
    return { saw: `typ = ${typ} ≠ dpop+jwt`, flaw: 'The typ of a DPoP proof is dpop+jwt.' }
  },
}
