import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { inactive } from '../tokens/invalid-token'
import type { FoundToken } from '../tokens/lookup'

/** Found by the hash of the whole token, signature included: a changed JWT is another token, which nobody made. */
export const tokenKnown: Check<{ token: FoundToken | null }, AuthorizationServerPolicy> = {
  id: 'token-known',
  rule: 'This server made the token.',
  cites: ['rfc7662-2.2', 'rfc7662-4'],
  reads: ['token', 'access_tokens.key', 'refresh_tokens.key'],
  test({ token }) {
    if (token) return passed(`found by its key: ${token.kind.replace('_', ' ')} of ${token.row.client_id}`)
    return refused(inactive('The token is not known here.', this.cites), 'no such token in the store')
  },
}
