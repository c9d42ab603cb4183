import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import type { Assertion } from '../client-authentication/credentials'
import { authenticationFailed } from '../client-authentication/failure'
import type { AuthorizationServerPolicy } from '../policy'

export const assertionReadable: PromptCheck<Assertion, AuthorizationServerPolicy> = {
  id: 'assertion-readable',
  rule: 'The client assertion is a signed JWT.',
  cites: ['rfc7523-3', 'rfc7521-4.2'],
  reads: ['client_assertion'],
  test({ value, jwt }) {
    if (jwt) return passed(`a JWT with ${Object.keys(jwt.payload).join(', ') || 'no claims'}`)
    return refused(
      authenticationFailed(
        'client_assertion is not a JWT.',
        'Three parts of base64url with dots between: header, claims, signature.',
      ),
      value === null ? 'not sent' : `${value.length} characters that are no JWT`,
    )
  },
}
