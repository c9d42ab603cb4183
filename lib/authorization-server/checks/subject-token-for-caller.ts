import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'
import { invalidExchange } from '../tokens/invalid-exchange'

/** Otherwise a service could take a token that strayed to it and use another service's power: a confused deputy. */
export const subjectTokenForCaller: Check<
  { token: { resource: string | null }; client: Client },
  AuthorizationServerPolicy
> = {
  id: 'subject-token-for-caller',
  rule: 'The subject token was made for the service that exchanges it.',
  cites: ['rfc8693-2.1', 'rfc8693-5', 'rfc9700-4.10.2'],
  reads: ['subject_token', 'access_tokens.resource', 'clients.resource'],
  off: (policy) => policy.tokenExchange === 'any',
  test({ token, client }) {
    const saw = `made for ${token.resource ?? 'any resource'}; ${client.key} is ${client.resource ?? 'no resource'}`
    if (client.resource !== null && token.resource === client.resource) return passed(saw)
    return refused(invalidExchange('The subject token was not made for the client that exchanges it.', this.cites), saw)
  },
}
