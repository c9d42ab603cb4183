import type { DpopProof } from '../proof'
import type { ProofRule } from '../rule'
import { DPOP_ALGORITHMS, isDpopAlgorithm } from '../signature'

/** A proof signed with a shared secret, or not at all, proves nothing about a key of the sender alone. */
export const proofAlgorithm: ProofRule<DpopProof> = {
  id: 'dpop.algorithm',
  rule: 'The proof is signed with an asymmetric algorithm that is supported here.',
  cites: ['rfc9449-4.3', 'rfc9449-11.6'],
  reads: ['dpop.alg'],
  judge({ alg }) {
    if (isDpopAlgorithm(alg)) return { saw: `alg = ${alg}` }
    return {
      saw: `alg = ${alg}, supported: ${DPOP_ALGORITHMS.join(', ')}`,
      flaw: `Sign the DPoP proof with one of ${DPOP_ALGORITHMS.join(', ')}.`,
    }
  },
}
