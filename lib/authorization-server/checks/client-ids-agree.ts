import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { type Credentials, claimedClientId } from '../client-authentication/credentials'
import { wrongCredentials } from '../client-authentication/failure'
import type { AuthorizationServerPolicy } from '../policy'

export const clientIdsAgree: PromptCheck<Credentials, AuthorizationServerPolicy> = {
  id: 'client-ids-agree',
  rule: 'The credentials and client_id name the same client.',
  cites: ['rfc6749-2.3', 'rfc6749-5.2', 'rfc7521-4.2'],
  reads: ['Authorization', 'client_assertion', 'client_id'],
  test(credentials) {
    const claimed = claimedClientId(credentials)
    const { assertion, bodyClientId } = credentials
    const source = assertion ? 'assertion' : 'header'
    const saw = `${source}: ${claimed}, body: ${bodyClientId}`
    if (claimed === bodyClientId) return passed(saw)
    if (assertion) return refused(wrongCredentials('client_id has to be the subject of the assertion.'), saw)
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
