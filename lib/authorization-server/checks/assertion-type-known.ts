import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import type { Assertion } from '../client-authentication/credentials'
import { authenticationFailed } from '../client-authentication/failure'
import type { AuthorizationServerPolicy } from '../policy'

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export const assertionTypeKnown: PromptCheck<Assertion, AuthorizationServerPolicy> = {
  id: 'assertion-type-known',
  rule: 'client_assertion_type says that the assertion is a JWT.',
  cites: ['rfc7523-2.2', 'rfc7521-4.2'],
  reads: ['client_assertion_type'],
  test({ type }) {
    if (type === JWT_BEARER) return passed(JWT_BEARER)
    return refused(
      authenticationFailed('client_assertion_type is not one this server reads.', `It has to be ${JWT_BEARER}.`),
      type ?? 'not sent',
    )
  },
}
