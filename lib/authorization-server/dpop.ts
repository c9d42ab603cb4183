import { type Check, type Checklist, without } from '@/lib/oauth/check'
import { type ProofChecks, proofChecks } from '@/lib/oauth/dpop/examine'
import { currentNonce, type ProofMemory } from '@/lib/oauth/dpop/kept'
import { OAuthError } from '@/lib/oauth/errors'
import type { Soon } from '@/lib/oauth/soon'
import { dpopProofSent } from './checks/dpop-proof-sent'
import type { EndpointRequest } from './endpoint'
import type { AuthorizationServerEnvironment } from './environment'
import type { AuthorizationServerPolicy } from './policy'
import type { Client } from './tables'

const PROOF: ProofChecks = proofChecks(
  (refusal) => new OAuthError({ code: 'invalid_dpop_proof', ...refusal }),
  (refusal) => new OAuthError({ code: 'use_dpop_nonce', ...refusal }),
)

/** How the proof of a request by a client is checked (RFC 9449, sections 4.3 and 5). */
export const DPOP_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = [dpopProofSent, ...PROOF.order]

const ABOUT_PROOFS = new Set(DPOP_CHECKS.map(({ id }) => id))
const ONLY_WITH_PROOF = new Set(PROOF.order.map(({ id }) => id))

/** A rulebook without the rules about proofs, where there is none or the policy looks at none. */
export function concerningProof(
  headers: Headers,
  { senderConstrained }: AuthorizationServerPolicy,
  checks: readonly Check<never, AuthorizationServerPolicy>[],
): readonly Check<never, AuthorizationServerPolicy>[] {
  if (senderConstrained === 'bearer') return without(checks, ABOUT_PROOFS)
  return headers.has('dpop') ? checks : without(checks, ONLY_WITH_PROOF)
}

/**
 * The key that the sender of a request proves to hold.
 *
 * @returns its thumbprint (RFC 7638); null when there is no proof and none is needed, or the policy does not look
 * @throws OAuthError `invalid_dpop_proof`, or `use_dpop_nonce` with a nonce
 */
export function provenKey(
  { method, url, headers }: Pick<EndpointRequest, 'method' | 'url' | 'headers'>,
  client: Client,
  env: AuthorizationServerEnvironment,
  rules: Checklist<AuthorizationServerPolicy>,
): Soon<string | null> {
  if (env.policy.senderConstrained === 'bearer') return null
  const header = headers.get('dpop')
  rules.apply(dpopProofSent, { header, client })
  if (header === null) return null
  const uri = new URL(env.origins.issuer).origin + url.pathname
  return PROOF.examine({ header, method, uri, token: null, memory: memoryOf(env) }, rules)
}

/** How the proof that comes with an access token is checked, where this server is the API (RFC 9449, section 7). */
export const TOKEN_PROOF_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = PROOF.order

/** The same where an access token is shown: its proof names the token, too. */
export async function provenHolder(
  { method, url, headers }: Pick<EndpointRequest, 'method' | 'url' | 'headers'>,
  token: string,
  env: AuthorizationServerEnvironment,
  rules: Checklist<AuthorizationServerPolicy>,
): Promise<string> {
  const uri = new URL(env.origins.issuer).origin + url.pathname
  return PROOF.examine({ header: headers.get('dpop') ?? '', method, uri, token, memory: memoryOf(env) }, rules)
}

/** Headers of an answer to a good proof: the nonce for the next one (RFC 9449, section 8.2). */
export async function nextNonce(env: AuthorizationServerEnvironment): Promise<Record<string, string>> {
  return env.policy.dpopNonce ? { 'dpop-nonce': await currentNonce(memoryOf(env)) } : {}
}

function memoryOf({ store, now, random }: AuthorizationServerEnvironment): ProofMemory {
  return {
    now,
    random,
    nonces: () => store.find('dpop_nonces', {}),
    keepNonce: (nonce) => store.insert('dpop_nonces', nonce),
    countProof: (proof) => store.increment('dpop_proofs', proof, 'times'),
  }
}
