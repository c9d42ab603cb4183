import { passed, refused } from '@/lib/oauth/check'
import { AUTHENTICATION_METHODS } from '../../client-authentication/methods'
import { invalidMetadata, type RegistrationCheck } from './input'

/** A client registered for a method that the server does not speak could never authenticate. */
export const authenticationMethodKnown: RegistrationCheck = {
  id: 'registration-authentication-method-known',
  rule: 'The client authenticates by a method this server speaks.',
  cites: ['rfc7591-2'],
  reads: ['token_endpoint_auth_method'],
  test: ({ metadata: { token_endpoint_auth_method: method } }) => {
    if (AUTHENTICATION_METHODS.some((known) => known === method)) return passed(method)
    const hint = `This server speaks ${AUTHENTICATION_METHODS.join(', ')}.`
    return refused(invalidMetadata('token_endpoint_auth_method is not supported.', hint), method)
  },
}
