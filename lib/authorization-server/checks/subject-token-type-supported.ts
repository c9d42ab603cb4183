import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { ACCESS_TOKEN_TYPE, invalidExchange } from '../tokens/invalid-exchange'

/** An ID token tells its client who signed in, and a refresh token is between its client and this server. */
export const subjectTokenTypeSupported: Check<{ type: string | null }, AuthorizationServerPolicy> = {
  id: 'subject-token-type-supported',
  rule: 'What is exchanged is an access token.',
  cites: ['rfc8693-3', 'rfc8693-2.2.2'],
  reads: ['subject_token_type'],
  test({ type }) {
    if (type === ACCESS_TOKEN_TYPE) return passed(type)
    return refused(
      invalidExchange('Only access tokens of this server can be exchanged.', this.cites, `Send ${ACCESS_TOKEN_TYPE}.`),
      type ?? 'no type',
    )
  },
}
