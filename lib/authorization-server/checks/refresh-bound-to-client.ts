import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client, RefreshToken } from '../tables'
import { invalidGrant } from '../tokens/invalid-grant'

/** Asked before anything is revoked: another client that got hold of a token cannot end the family by showing it. */
export const refreshBoundToClient: Check<{ token: RefreshToken; client: Client }, AuthorizationServerPolicy> = {
  id: 'refresh-bound-to-client',
  rule: 'The refresh token was made for the client that uses it.',
  cites: ['rfc6749-6', 'rfc6749-10.4'],
  reads: ['client_id', 'refresh_tokens.client_id'],
  off: (policy) => !policy.refreshBoundToClient,
  test({ token, client }) {
    if (token.client_id === client.key) return passed(`made for ${token.client_id} = ${client.key}`)
    return refused(
      invalidGrant('The refresh token was made for another client.', this.cites),
      `made for ${token.client_id} ≠ ${client.key}`,
    )
  },
}
