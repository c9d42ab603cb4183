import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { wrongCredentials } from '../client-authentication/failure'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'

export const clientKnown: PromptCheck<{ client: Client | null; clientId: string }, AuthorizationServerPolicy> = {
  id: 'client-known',
  rule: 'The client is registered here.',
  cites: ['rfc6749-5.2', 'rfc6749-10.10'],
  reads: ['client_id'],
  test({ client, clientId }) {
    if (client) return passed(`${client.key} is registered as ${client.client_name}`)
    const hint = 'The wire says the same for a wrong secret, so nobody can find out which clients exist.'
    return refused(wrongCredentials(hint), `no client ${clientId}`)
  },
}
