import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** An ID token in a redirect could be one of another login, put there by somebody else: only the nonce tells. */
export const nonceSent: Check<{ nonce: string | null; responseType: string }, AuthorizationServerPolicy> = {
  id: 'nonce-sent',
  rule: 'A request for an ID token in the redirect carries a nonce.',
  cites: ['oidc-core-3.2.2.1', 'oidc-core-3.3.2.11'],
  reads: ['nonce', 'response_type'],
  test({ nonce, responseType }) {
    if (nonce !== null) return passed(`nonce=${nonce}`)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: `nonce is required with response_type ${responseType}.`,
        cites: this.cites,
      }),
      `not sent, with response_type=${responseType}`,
    )
  },
}
