import type { DpopProof } from '../proof'
import type { ProofRule } from '../rule'

/** With a nonce of the server in it, a proof cannot have been made in advance. */
export const proofNonce: ProofRule<{
  proof: DpopProof
  known(nonce: string): Promise<boolean>
  current(): Promise<string>
}> = {
  id: 'dpop.nonce',
  rule: 'The proof contains a nonce that this server gave out lately.',
  cites: ['rfc9449-8', 'rfc9449-9', 'rfc9449-11.3'],
  reads: ['dpop.nonce'],
  off: (policy) => !policy.dpopNonce,
  async judge({ proof: { nonce }, known, current }) {
    if (nonce !== null && (await known(nonce))) return { saw: `nonce = ${nonce}, given out here` }
    return {
      saw: nonce === null ? 'no nonce' : `nonce = ${nonce}, not good here any more`,
      flaw: 'Put the nonce of the DPoP-Nonce header into the proof.',
      headers: { 'dpop-nonce': await current() },
      hint: 'This is no failure: the client makes a new proof with the nonce it was just given, and sends the request again.',
    }
  },
}
