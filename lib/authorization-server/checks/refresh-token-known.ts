import { type Check, passed, refused } from '@/lib/oauth/check'
import type { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { RefreshToken } from '../tables'
import { invalidGrant } from '../tokens/invalid-grant'

export const refreshTokenKnown: Check<{ token: RefreshToken | null }, AuthorizationServerPolicy> = {
  id: 'refresh-token-known',
  rule: 'This server made the refresh token.',
  cites: ['rfc6749-6', 'rfc6749-5.2', 'rfc6749-10.10'],
  reads: ['refresh_token', 'refresh_tokens.key'],
  test({ token }) {
    if (token) return passed(`found by its key, made for ${token.client_id}`)
    return refused(unknownRefreshToken(), 'no such refresh token in the store')
  },
}

export function unknownRefreshToken(): OAuthError {
  return invalidGrant('The refresh token is not known here.', ['rfc6749-5.2'])
}
