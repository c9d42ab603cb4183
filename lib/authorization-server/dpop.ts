import { encodeBase64Url } from '@/lib/oauth/base64url'
import type { Check, Checklist } from '@/lib/oauth/check'
import { type ProofChecks, proofChecks } from '@/lib/oauth/dpop/examine'
import { OAuthError } from '@/lib/oauth/errors'
import { dpopProofSent } from './checks/dpop-proof-sent'
import type { EndpointRequest } from './endpoint'
import type { AuthorizationServerEnvironment } from './environment'
import type { AuthorizationServerPolicy } from './policy'
import type { Client } from './tables'

/** How long a nonce is taken, and after what part of that time a new one is given out; milliseconds. */
const NONCE_LIFETIME = 5 * 60 * 1000
const NONCE_RENEWAL = 60 * 1000

const PROOF: ProofChecks = proofChecks(
  (description, cites, hint) => new OAuthError({ code: 'invalid_dpop_proof', description, cites, hint }),
  (description, cites, hint) => new OAuthError({ code: 'use_dpop_nonce', description, cites, hint }),
)

/** How the proof of a request by a client is checked (RFC 9449, sections 4.3 and 5). */
export const DPOP_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = [dpopProofSent, ...PROOF.order]

/** A rulebook without the rules about proofs, where there is none or the policy looks at none. */
export function concerningProof(
  headers: Headers,
  { senderConstrained }: AuthorizationServerPolicy,
  checks: readonly Check<never, AuthorizationServerPolicy>[],
): readonly Check<never, AuthorizationServerPolicy>[] {
  const idle = senderConstrained === 'bearer' ? DPOP_CHECKS : headers.has('dpop') ? [] : PROOF.order
  return checks.filter((check) => !idle.includes(check))
}

/**
 * The key that the sender of a request proves to hold.
 *
 * @returns its thumbprint (RFC 7638); null when there is no proof and none is needed, or the policy does not look
 * @throws OAuthError `invalid_dpop_proof`, or `use_dpop_nonce` with a nonce
 */
export async function provenKey(
  { method, url, headers }: Pick<EndpointRequest, 'method' | 'url' | 'headers'>,
  client: Client,
  env: AuthorizationServerEnvironment,
  rules: Checklist<AuthorizationServerPolicy>,
): Promise<string | null> {
  const { policy, store, now, origins } = env
  if (policy.senderConstrained === 'bearer') return null
  const header = headers.get('dpop')
  await rules.apply(dpopProofSent, { header, client })
  if (header === null) return null
  try {
    return await PROOF.examine(
      {
        header,
        method,
        uri: new URL(origins.issuer).origin + url.pathname,
        token: null,
        now: now(),
        async nonceKnown(nonce) {
          const row = await store.get('dpop_nonces', nonce)
          return row !== null && row.expires_at > now()
        },
        remember: (key, until) =>
          store.increment('dpop_proofs', { key, times: 1, issued_at: now(), expires_at: until }, 'times'),
      },
      rules,
    )
  } catch (error) {
    if (!(error instanceof OAuthError) || error.code !== 'use_dpop_nonce') throw error
    const { code, description, cites, hint } = error
    const headers = { 'dpop-nonce': await currentNonce(env) }
    throw new OAuthError({ code, description, cites, headers, ...(hint !== null && { hint }) })
  }
}

/** Headers of an answer to a good proof: the next nonce, when it is time for one (RFC 9449, section 8.2). */
export async function nextNonce(env: AuthorizationServerEnvironment): Promise<Record<string, string>> {
  const { dpopNonce, senderConstrained } = env.policy
  return dpopNonce && senderConstrained !== 'bearer' ? { 'dpop-nonce': await currentNonce(env) } : {}
}

/** The nonce that is being given out: 128 random bits, renewed long before it expires. */
async function currentNonce({ store, now, random }: AuthorizationServerEnvironment): Promise<string> {
  const given = (await store.find('dpop_nonces', {})).find(({ issued_at }) => issued_at > now() - NONCE_RENEWAL)
  if (given) return given.key
  const key = encodeBase64Url(random(16))
  await store.insert('dpop_nonces', { key, issued_at: now(), expires_at: now() + NONCE_LIFETIME })
  return key
}
