import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'

/** A token that anybody could exchange in a client's name would be as good as a token for the target. */
export const exchangeClientConfidential: Check<{ client: Client }, AuthorizationServerPolicy> = {
  id: 'exchange-client-confidential',
  rule: 'Who exchanges a token has proved who they are.',
  cites: ['rfc8693-2.1', 'rfc8693-5'],
  reads: ['client_id', 'clients.token_endpoint_auth_method'],
  off: (policy) => policy.tokenExchange === 'any',
  test({ client }) {
    const saw = `${client.key} authenticates by ${client.token_endpoint_auth_method}`
    if (client.token_endpoint_auth_method !== 'none') return passed(saw)
    return refused(
      new OAuthError({
        code: 'unauthorized_client',
        description: 'A public client may not exchange tokens.',
        cites: this.cites,
        hint: 'Without authentication, whoever finds a token could exchange it in this client’s name.',
      }),
      saw,
    )
  },
}
