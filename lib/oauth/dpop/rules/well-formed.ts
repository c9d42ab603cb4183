import type { DpopProof } from '../proof'
import type { ProofRule } from '../rule'

const REQUIRED = ['typ', 'alg', 'jwk', 'jti', 'htm', 'htu', 'iat'] as const
const LONGEST_JTI = 256

export const proofWellFormed: ProofRule<{ proof: DpopProof | null }> = {
  id: 'dpop.well-formed',
  rule: 'The proof is a JWT with everything a proof must say.',
  cites: ['rfc9449-4.2', 'rfc9449-4.3'],
  reads: ['dpop'],
  judge({ proof }) {
    if (!proof) return { saw: 'no JWT', flaw: 'The DPoP proof is not a JWT.' }
    const missing = REQUIRED.filter((name) => proof[name] === null)
    if (missing.length > 0) {
      const list = missing.join(', ')
      return { saw: `without ${list}`, flaw: `The DPoP proof lacks ${list}, or has it in another type.` }
    }
    if ((proof.jti?.length ?? 0) > LONGEST_JTI) {
      return { saw: 'a very long jti', flaw: `jti may have ${LONGEST_JTI} characters.` }
    }
    return { saw: REQUIRED.join(', ') }
  },
}
