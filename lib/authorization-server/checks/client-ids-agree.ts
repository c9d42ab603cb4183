import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { Credentials } from '../client-authentication/credentials'
import type { AuthorizationServerPolicy } from '../policy'

export const clientIdsAgree: Check<Credentials, AuthorizationServerPolicy> = {
  id: 'client-ids-agree',
  rule: 'Header and body name the same client.',
  cites: ['rfc6749-2.3', 'rfc6749-5.2'],
  reads: ['Authorization', 'client_id'],
  test({ basic, bodyClientId }) {
    const saw = `header: ${basic?.clientId}, body: ${bodyClientId}`
    if (basic?.clientId === bodyClientId) return passed(saw)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'The Authorization header and client_id name different clients.',
        cites: this.cites,
      }),
      saw,
    )
  },
}
