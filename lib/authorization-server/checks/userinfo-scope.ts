import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { scopeIncludes } from '@/lib/oauth/scope'
import type { AuthorizationServerPolicy } from '../policy'

/** An access token for photos says what may be done with photos. Who its user is, only `openid` allows to ask. */
export const userinfoScope: Check<{ scope: string }, AuthorizationServerPolicy> = {
  id: 'userinfo-scope',
  rule: 'The token was granted with the scope openid.',
  cites: ['oidc-core-5.3', 'oidc-core-5.3.3', 'rfc6750-3.1'],
  reads: ['access_tokens.scope'],
  test({ scope }) {
    if (scopeIncludes(scope, 'openid')) return passed(`“${scope}” contains openid`)
    const description = 'This access token does not allow to ask who its user is.'
    return refused(
      new OAuthError({ code: 'insufficient_scope', description, cites: this.cites, status: 403 }),
      `“${scope}” does not contain openid`,
    )
  },
}
