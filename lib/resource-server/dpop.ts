import type { Check, Checklist } from '@/lib/oauth/check'
import { proofChecks } from '@/lib/oauth/dpop/examine'
import { currentNonce, type ProofMemory } from '@/lib/oauth/dpop/kept'
import { OAuthError } from '@/lib/oauth/errors'
import { proofSent } from './checks/proof-sent'
import type { ApiRequest } from './endpoint'
import type { ResourceServerEnvironment } from './environment'
import type { ResourceServerPolicy } from './policy'

const PROOF = proofChecks(
  (refusal) => new OAuthError({ code: 'invalid_dpop_proof', status: 401, ...refusal }),
  (refusal) => new OAuthError({ code: 'use_dpop_nonce', status: 401, ...refusal }),
)

/** How the proof that comes with a DPoP token is checked (RFC 9449, sections 4.3 and 7). */
export const PROOF_CHECKS: readonly Check<never, ResourceServerPolicy>[] = [proofSent, ...PROOF.order]

/**
 * The key that the sender of a request proves to hold.
 *
 * @returns its thumbprint (RFC 7638)
 * @throws OAuthError `invalid_dpop_proof`, or `use_dpop_nonce` with a nonce
 */
export async function provenKey(
  { method, url, headers }: ApiRequest,
  token: string,
  env: ResourceServerEnvironment,
  rules: Checklist<ResourceServerPolicy>,
): Promise<string> {
  const header = headers.get('dpop')
  await rules.apply(proofSent, { header })
  const uri = new URL(env.origins.resource).origin + url.pathname
  return PROOF.examine({ header: header ?? '', method, uri, token, memory: memoryOf(env) }, rules)
}

/** Headers of an answer to a good proof: the nonce for the next one (RFC 9449, section 9). */
export async function nextNonce(env: ResourceServerEnvironment): Promise<Record<string, string>> {
  return env.policy.dpopNonce ? { 'dpop-nonce': await currentNonce(memoryOf(env)) } : {}
}

function memoryOf({ store, now, random }: ResourceServerEnvironment): ProofMemory {
  return {
    now,
    random,
    nonces: () => store.find('dpop_nonces', {}),
    keepNonce: (nonce) => store.insert('dpop_nonces', nonce),
    countProof: (proof) => store.increment('dpop_proofs', proof, 'times'),
  }
}
