import type { DpopProof } from '../proof'
import type { ProofRule } from '../rule'
import { isDpopAlgorithm, signedWith } from '../signature'

/** The one thing a thief who saw the token cannot do: sign with the key it is bound to. */
export const proofSignature: ProofRule<DpopProof> = {
  id: 'dpop.signature',
  rule: 'The proof is signed with the private half of the key that it names.',
  cites: ['rfc9449-4.3'],
  reads: ['dpop', 'dpop.jwk'],
  async judge({ text, jwk, alg }) {
    if (jwk && isDpopAlgorithm(alg) && (await signedWith(text, jwk, alg))) {
      return { saw: `the ${alg} signature verifies with jwk` }
    }
    return {
      saw: 'the signature does not verify with jwk',
      flaw: 'The signature of the DPoP proof does not verify.',
      hint: 'Anything changed in a proof needs a new signature, and only the holder of the private key can make one.',
    }
  },
}
