import type { DpopProof } from '../proof'
import type { ProofRule } from '../rule'
import { publicMembers } from '../thumbprint'

const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth']

/** A private key that was sent is no longer private: whoever saw the proof can make more of them. */
export const proofKeyPublic: ProofRule<DpopProof> = {
  id: 'dpop.public-key',
  rule: 'The proof names a public key, and nothing of the private one.',
  cites: ['rfc9449-4.3', 'rfc9449-4.2'],
  reads: ['dpop.jwk'],
  judge({ jwk }) {
    const leaked = PRIVATE.filter((name) => jwk !== null && Object.hasOwn(jwk, name))
    if (leaked.length > 0) {
      return { saw: `private members: ${leaked.join(', ')}`, flaw: 'The jwk of a DPoP proof is a public key.' }
    }
    const members = jwk && publicMembers(jwk)
    if (!members) return { saw: 'no public key', flaw: 'The jwk of the DPoP proof is no key that is known here.' }
    return { saw: `kty = ${members.kty}, public members only` }
  },
}
