import { encodeBase64Url, encodeUtf8 } from '../base64url'
import type { Check, Checklist } from '../check'
import { currentNonce, nonceKnown, type ProofMemory } from './kept'
import { type DpopProof, readProof } from './proof'
import { asCheck, type Refuse } from './rule'
import { proofAlgorithm } from './rules/algorithm'
import { PROOF_WINDOW, proofFresh } from './rules/fresh'
import { proofMethod } from './rules/method'
import { proofNonce } from './rules/nonce'
import { oneProof } from './rules/one-proof'
import { proofKeyPublic } from './rules/public-key'
import { proofSignature } from './rules/signature'
import { proofTarget } from './rules/target'
import { proofNamesToken } from './rules/token-named'
import { proofType } from './rules/type'
import { proofUnused } from './rules/unused'
import { proofWellFormed } from './rules/well-formed'
import type { DpopPolicy } from './switches'
import { thumbprint } from './thumbprint'

/** A request that came with a proof, and what the server knows that it will be compared with. */
export interface ProofShown {
  /** The `DPoP` header; several are joined by commas. */
  header: string
  method: string
  /** The URI of the endpoint as the server knows it, never as the request names it. */
  uri: string
  /** The access token that came along; null at an endpoint where tokens are made. */
  token: string | null
  memory: ProofMemory
}

export interface ProofChecks {
  order: readonly Check<never, DpopPolicy>[]
  /** @returns the thumbprint of the key that the sender has proved to hold */
  examine(shown: ProofShown, rules: Checklist<DpopPolicy>): Promise<string>
}

/**
 * The checks of RFC 9449, section 4.3, in order, as one party applies them.
 *
 * @param refuse how this party tells that a proof is not good
 * @param demandNonce how it asks for a proof with a nonce
 */
export function proofChecks(refuse: Refuse, demandNonce: Refuse): ProofChecks {
  const one = asCheck(oneProof, refuse)
  const wellFormed = asCheck(proofWellFormed, refuse)
  const type = asCheck(proofType, refuse)
  const algorithm = asCheck(proofAlgorithm, refuse)
  const publicKey = asCheck(proofKeyPublic, refuse)
  const signature = asCheck(proofSignature, refuse)
  const method = asCheck(proofMethod, refuse)
  const target = asCheck(proofTarget, refuse)
  const namesToken = asCheck(proofNamesToken, refuse)
  const nonce = asCheck(proofNonce, demandNonce)
  const fresh = asCheck(proofFresh, refuse)
  const unused = asCheck(proofUnused, refuse)
  return {
    order: [one, wellFormed, type, algorithm, publicKey, signature, method, target, namesToken, nonce, fresh, unused],
    async examine({ header, method: sentBy, uri, token, memory }, rules) {
      await rules.apply(one, { header })
      const read = readProof(header)
      await rules.apply(wellFormed, { proof: read })
      const proof = read ?? NO_PROOF
      await rules.apply(type, proof)
      await rules.apply(algorithm, proof)
      await rules.apply(publicKey, proof)
      await rules.apply(signature, proof)
      await rules.apply(method, { proof, method: sentBy })
      await rules.apply(target, { proof, uri })
      if (token !== null) await rules.apply(namesToken, { proof, token })
      await rules.apply(nonce, {
        proof,
        known: (value: string) => nonceKnown(memory, value),
        current: () => currentNonce(memory),
      })
      const now = memory.now()
      await rules.apply(fresh, { proof, now })
      const until = ((proof.iat ?? 0) + PROOF_WINDOW) * 1000 + 1
      const remember = async (jti: string) =>
        memory.countProof({ key: await keyOf(uri, jti), times: 1, issued_at: now, expires_at: until })
      await rules.apply(unused, { proof, remember })
      const jkt = proof.jwk && (await thumbprint(proof.jwk))
      if (!jkt) throw refuse({ description: 'The DPoP proof names no key.', cites: ['rfc9449-4.2'] })
      return jkt
    },
  }
}

/** What is left to look at when the learner switched off that a proof is well-formed. */
const NO_PROOF: DpopProof = {
  text: '',
  typ: null,
  alg: null,
  jwk: null,
  jti: null,
  htm: null,
  htu: null,
  iat: null,
  nonce: null,
  ath: null,
}

/** A jti is unique per URI (RFC 9449, section 4.2); its hash bounds what has to be kept. */
async function keyOf(uri: string, jti: string): Promise<string> {
  return encodeBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', encodeUtf8(`${uri} ${jti}`))))
}
