import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import type { AuthorizationCode, Client } from '../tables'
import { invalidGrant } from '../tokens/invalid-grant'

/** A stolen code is worth nothing to whoever is another client. The code stays good for its own. */
export const codeBoundToClient: Check<{ code: AuthorizationCode; client: Client }, AuthorizationServerPolicy> = {
  id: 'code-bound-to-client',
  rule: 'The code was made for the client that redeems it.',
  cites: ['rfc6749-4.1.3'],
  reads: ['client_id', 'authorization_codes.client_id'],
  off: (policy) => !policy.codeBoundToClient,
  test({ code, client }) {
    if (code.client_id === client.key) return passed(`made for ${code.client_id} = ${client.key}`)
    return refused(
      invalidGrant('The code was made for another client.', this.cites),
      `made for ${code.client_id} ≠ ${client.key}`,
    )
  },
}
