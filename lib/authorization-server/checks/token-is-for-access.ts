import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { inactive } from '../tokens/invalid-token'
import type { FoundToken } from '../tokens/lookup'

/** A refresh token is for the token endpoint and opens nothing else. */
export const tokenIsForAccess: Check<{ token: FoundToken }, AuthorizationServerPolicy> = {
  id: 'token-is-for-access',
  rule: 'The token is an access token.',
  cites: ['rfc6749-1.5', 'oidc-core-5.3.1'],
  reads: ['access_tokens.key'],
  test({ token }) {
    if (token.kind === 'access_token') return passed('an access token')
    return refused(inactive('This is not an access token.', this.cites), 'a refresh token')
  },
}
