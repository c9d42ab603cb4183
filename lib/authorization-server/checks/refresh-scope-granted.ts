import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { isWellFormedScope, scopeIncludes } from '@/lib/oauth/scope'
import type { AuthorizationServerPolicy } from '../policy'

/** Refreshing is no second consent. The limit is the original grant, however narrow the last access token was. */
export const refreshScopeGranted: Check<{ requested: string | null; granted: string }, AuthorizationServerPolicy> = {
  id: 'refresh-scope-granted',
  rule: 'scope, when sent, is within what the user agreed to at first.',
  cites: ['rfc6749-6', 'rfc6749-3.3'],
  reads: ['scope', 'refresh_tokens.scope'],
  off: (policy) => !policy.capScope,
  test({ requested, granted }) {
    if (requested === null) return passed(`not sent: ${granted}`)
    if (isWellFormedScope(requested) && scopeIncludes(granted, requested)) {
      return passed(`${requested} is within ${granted}`)
    }
    return refused(
      new OAuthError({
        code: 'invalid_scope',
        description: 'The scope asked for goes beyond what was granted.',
        cites: this.cites,
        hint: `Granted: ${granted}. To get more, send the user to the authorization endpoint again.`,
      }),
      `${requested} is not within ${granted}`,
    )
  },
}
