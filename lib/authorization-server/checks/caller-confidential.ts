import { type Check, passed, refused } from '@/lib/oauth/check'
import { authenticationFailed } from '../client-authentication/failure'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'

/** An open endpoint would let anybody try tokens until one is good. */
export const callerConfidential: Check<{ caller: Client | null }, AuthorizationServerPolicy> = {
  id: 'caller-confidential',
  rule: 'Who asks about a token has proved who they are.',
  cites: ['rfc7662-2.1', 'rfc7662-4'],
  reads: ['Authorization', 'client_secret', 'clients.token_endpoint_auth_method'],
  off: (policy) => !policy.introspectionAuthenticated,
  test({ caller }) {
    const proved = caller !== null && caller.token_endpoint_auth_method !== 'none'
    if (proved) return passed(`${caller.key} authenticated by ${caller.token_endpoint_auth_method}`)
    return refused(
      authenticationFailed(
        'Only clients that authenticate may introspect tokens.',
        'A public client cannot prove who it is: anybody can use its client_id.',
      ),
      caller ? `${caller.key} is a public client` : 'nobody authenticated',
    )
  },
}
