import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { authenticationFailed } from '../client-authentication/failure'
import type { AuthenticationMethod } from '../client-authentication/methods'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'

/**
 * A confidential client that could leave its secret out would be as easy to impersonate as a public one, and a public
 * client that sends a secret has been given one it cannot keep.
 */
export const clientMethodRegistered: PromptCheck<
  { client: Client; method: AuthenticationMethod },
  AuthorizationServerPolicy
> = {
  id: 'client-method-registered',
  rule: 'The client authenticates by the method it is registered for.',
  cites: ['rfc6749-3.2.1', 'rfc6749-2.3', 'rfc7591-2'],
  reads: ['Authorization', 'client_secret', 'client_assertion', 'clients.token_endpoint_auth_method'],
  off: (policy) => !policy.clientAuthenticationRequired,
  test({ client, method }) {
    const registered = client.token_endpoint_auth_method
    const saw = method === registered ? `${method} = ${registered}` : `${method} ≠ ${registered}`
    if (method === registered) return passed(saw)
    const description =
      method === 'none'
        ? 'This client has to authenticate.'
        : 'This client is registered for another authentication method.'
    return refused(authenticationFailed(description, `It is registered for ${registered}.`), saw)
  },
}
