import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { scopeTokens } from '@/lib/oauth/scope'
import type { AuthorizationServerPolicy } from '../policy'

/** What a client never registered for, a user is never asked for: people agree to what they are shown. */
export const requestedScopeAllowed: PromptCheck<{ scope: string; allowed: string }, AuthorizationServerPolicy> = {
  id: 'requested-scope-allowed',
  rule: 'Every scope asked for is one the client registered.',
  cites: ['rfc6749-3.3', 'rfc6749-4.1.2.1'],
  reads: ['scope', 'clients.scope'],
  off: (policy) => !policy.capScope,
  test({ scope, allowed }) {
    const registered = scopeTokens(allowed)
    const beyond = scopeTokens(scope).filter((token) => !registered.includes(token))
    if (beyond.length === 0) return passed(`“${scope}” within “${allowed}”`)
    return refused(
      new OAuthError({
        code: 'invalid_scope',
        description: `This client may not ask for ${beyond.join(' ')}.`,
        cites: this.cites,
      }),
      `“${beyond.join(' ')}” not within “${allowed}”`,
    )
  },
}
