import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { Credentials } from '../client-authentication/credentials'
import type { AuthorizationServerPolicy } from '../policy'

/** Two proofs that may differ leave open which of them counts. */
export const oneAuthenticationMechanism: PromptCheck<Credentials, AuthorizationServerPolicy> = {
  id: 'one-authentication-mechanism',
  rule: 'The client authenticates in one way only.',
  cites: ['rfc6749-2.3', 'rfc6749-5.2'],
  reads: ['Authorization', 'client_secret', 'client_assertion'],
  test({ authorization, bodySecret, assertion }) {
    const used = [
      ...(authorization === null ? [] : ['Authorization header']),
      ...(bodySecret === null ? [] : ['client_secret']),
      ...(assertion ? ['client_assertion'] : []),
    ]
    const saw = used.join(' and ') || 'none: the client only names itself'
    if (used.length < 2) return passed(saw)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'The client authenticates in more than one way.',
        cites: this.cites,
        hint: 'Keep the one the client is registered for and leave out the other.',
      }),
      saw,
    )
  },
}
