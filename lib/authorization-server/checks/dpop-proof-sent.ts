import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'

/** A bearer token given out once by mistake is one a thief can use. */
export const dpopProofSent: PromptCheck<{ header: string | null; client: Client }, AuthorizationServerPolicy> = {
  id: 'dpop.proof-sent',
  rule: 'A DPoP proof comes along where tokens have to be bound to a key.',
  cites: ['rfc9449-5', 'rfc9449-5.2'],
  reads: ['dpop', 'clients.dpop_bound_access_tokens'],
  test({ header, client }, { senderConstrained }) {
    if (header !== null) return passed('a DPoP header')
    const wanted = senderConstrained === 'dpop' ? 'policy' : client.dpop_bound_access_tokens && 'registration'
    if (!wanted) return passed('none: this client may have bearer tokens')
    return refused(
      new OAuthError({
        code: 'invalid_dpop_proof',
        description: 'Send a DPoP proof: tokens for this client are bound to its key.',
        cites: this.cites,
        hint: `The ${wanted} asks for tokens that are useless without their key.`,
      }),
      `no DPoP header, and the ${wanted} asks for one`,
    )
  },
}
