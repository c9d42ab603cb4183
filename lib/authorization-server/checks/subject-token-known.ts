import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidExchange } from '../tokens/invalid-exchange'
import type { FoundToken } from '../tokens/lookup'

/** A refresh token is between its client and this server: exchanged, it would be another client’s. */
export const subjectTokenKnown: Check<{ token: FoundToken | null }, AuthorizationServerPolicy> = {
  id: 'subject-token-known',
  rule: 'This server issued the subject token, as an access token.',
  cites: ['rfc8693-2.1', 'rfc8693-2.2.2'],
  reads: ['subject_token', 'access_tokens.key', 'refresh_tokens.key'],
  test({ token }) {
    if (token?.kind === 'access_token') return passed(`found by its key, issued to ${token.row.client_id}`)
    return refused(
      invalidExchange('The subject token is no access token of this server.', this.cites),
      token ? `a refresh token, issued to ${token.row.client_id}` : 'no such access token in the store',
    )
  },
}
