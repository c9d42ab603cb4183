import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'
import { invalidGrant } from '../tokens/invalid-grant'

/** Else one client could end the sessions of another. */
export const tokenBelongsToClient: Check<{ token: { client_id: string }; client: Client }, AuthorizationServerPolicy> =
  {
    id: 'token-belongs-to-client',
    rule: 'The token was issued to the client that revokes it.',
    cites: ['rfc7009-2.1'],
    reads: ['client_id', 'access_tokens.client_id', 'refresh_tokens.client_id'],
    test({ token, client }) {
      if (token.client_id === client.key) return passed(`issued to ${token.client_id} = ${client.key}`)
      return refused(
        invalidGrant('The token was issued to another client.', this.cites),
        `issued to ${token.client_id} ≠ ${client.key}`,
      )
    },
  }
