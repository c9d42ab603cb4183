import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { scopeTokens } from '@/lib/oauth/scope'
import type { AuthorizationServerPolicy } from '../policy'
import { isAboutUser } from '../scopes'

/** There is nobody here who could have signed in, and nobody whose absence would matter. */
export const scopeWithoutUser: PromptCheck<{ scope: string }, AuthorizationServerPolicy> = {
  id: 'scope-without-user',
  rule: 'No scope is asked for that says something about a user.',
  cites: ['rfc6749-4.4', 'oidc-core-3.1.2.1'],
  reads: ['scope'],
  test({ scope }) {
    const about = scopeTokens(scope).filter(isAboutUser)
    if (about.length === 0) return passed(`“${scope}” needs no user`)
    return refused(
      new OAuthError({
        code: 'invalid_scope',
        description: `No user takes part in this grant, so ${about.join(' ')} cannot be had.`,
        cites: this.cites,
      }),
      `“${about.join(' ')}” is about a user`,
    )
  },
}
