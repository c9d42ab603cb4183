import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { scopeIncludes } from '@/lib/oauth/scope'
import type { AuthorizationServerPolicy } from '../policy'

/** She may keep to herself who she is. Then a client that waits for an ID token gets an honest no. */
export const openidApproved: Check<{ granted: string }, AuthorizationServerPolicy> = {
  id: 'openid-approved',
  rule: 'The user leaves openid ticked when the answer is to bring an ID token.',
  cites: ['oidc-core-3.2.2.1', 'rfc6749-4.1.2.1'],
  reads: ['scope', 'transactions.response_type'],
  test({ granted }) {
    if (scopeIncludes(granted, 'openid')) return passed(`“${granted}” contains openid`)
    const description = 'The user did not agree to be signed in here.'
    return refused(
      new OAuthError({ code: 'access_denied', description, cites: this.cites }),
      `“${granted}” does not contain openid`,
    )
  },
}
