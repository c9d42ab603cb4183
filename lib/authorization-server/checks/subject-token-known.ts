import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidExchange } from '../tokens/invalid-exchange'
import type { FoundAccessToken } from '../tokens/lookup'

export const subjectTokenKnown: Check<{ token: FoundAccessToken | null }, AuthorizationServerPolicy> = {
  id: 'subject-token-known',
  rule: 'This server issued the subject token, as an access token.',
  cites: ['rfc8693-2.1', 'rfc8693-2.2.2'],
  reads: ['subject_token', 'access_tokens.key'],
  test({ token }) {
    if (token) return passed(`found by its key, issued to ${token.row.client_id}`)
    return refused(
      invalidExchange('The subject token is no access token of this server.', this.cites),
      'no such access token in the store',
    )
  },
}
