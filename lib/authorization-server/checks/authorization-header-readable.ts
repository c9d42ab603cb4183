import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import type { Credentials } from '../client-authentication/credentials'
import { authenticationFailed } from '../client-authentication/failure'
import type { AuthorizationServerPolicy } from '../policy'

export const authorizationHeaderReadable: PromptCheck<Credentials, AuthorizationServerPolicy> = {
  id: 'authorization-header-readable',
  rule: 'The Authorization header is Basic, base64 of the form-urlencoded id, a colon and the secret.',
  cites: ['rfc7617-2', 'rfc6749-2.3.1', 'rfc9110-11.1'],
  reads: ['Authorization'],
  test({ basic, authorization }) {
    if (basic) return passed(`Basic, for ${basic.clientId}`)
    return refused(
      authenticationFailed(
        'The Authorization header is not a Basic header this server can read.',
        'Form-urlencode id and secret first, join them with a colon, then encode the pair in base64.',
      ),
      `scheme ${authorization?.split(' ')[0] || 'missing'}, not readable as id and secret`,
    )
  },
}
