import type { ProofRule } from '../rule'

/** Of two proofs a proxy could read one and the server the other. */
export const oneProof: ProofRule<{ header: string }> = {
  id: 'dpop.one-proof',
  rule: 'There is one DPoP header with one JWT.',
  cites: ['rfc9449-4.3', 'rfc9449-4.1'],
  reads: ['dpop'],
  judge({ header }) {
    const proofs = header.split(',').length
    if (proofs === 1) return { saw: 'one header, one value' }
    return { saw: `${proofs} values`, flaw: 'Send one DPoP proof.' }
  },
}
