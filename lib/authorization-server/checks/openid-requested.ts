import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { scopeIncludes } from '@/lib/oauth/scope'
import type { AuthorizationServerPolicy } from '../policy'

/** An ID token is what `openid` asks for: without it the answer would lack what its response_type names. */
export const openidRequested: Check<{ scope: string; responseType: string }, AuthorizationServerPolicy> = {
  id: 'openid-requested',
  rule: 'A request for an ID token in the redirect has the scope openid.',
  cites: ['oidc-core-3.1.2.1', 'oidc-core-3.2.2.1'],
  reads: ['scope', 'response_type'],
  test({ scope, responseType }) {
    if (scopeIncludes(scope, 'openid')) return passed(`“${scope}” contains openid`)
    return refused(
      new OAuthError({
        code: 'invalid_scope',
        description: `scope has to contain openid with response_type ${responseType}.`,
        cites: this.cites,
      }),
      `“${scope}” does not contain openid`,
    )
  },
}
