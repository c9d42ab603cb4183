import { type Check, passed, refused } from '@/lib/oauth/check'
import type { ClientAssertion } from '../client-authentication/client-assertion'
import { wrongCredentials } from '../client-authentication/failure'
import type { AuthorizationServerPolicy } from '../policy'

/** Nobody vouches for a client but the client itself. */
export const assertionIssuerIsClient: Check<ClientAssertion, AuthorizationServerPolicy> = {
  id: 'assertion-issuer-is-client',
  rule: 'The client issued the assertion, about itself.',
  cites: ['rfc7523-3'],
  reads: ['iss', 'sub'],
  test({ claims: { iss, sub }, client }) {
    const saw = `iss ${JSON.stringify(iss)}, sub ${JSON.stringify(sub)}, client ${client.key}`
    if (iss === client.key && sub === client.key) return passed(saw)
    return refused(wrongCredentials('iss and sub both have to be the client_id.'), saw)
  },
}
