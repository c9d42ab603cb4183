import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'

export const grantTypeRegistered: PromptCheck<{ grantType: string; client: Client }, AuthorizationServerPolicy> = {
  id: 'grant-type-registered',
  rule: 'The client is registered for this grant.',
  cites: ['rfc6749-5.2', 'rfc7591-2'],
  reads: ['grant_type', 'clients.grant_types'],
  test({ grantType, client }) {
    const saw = `${client.key} is registered for ${client.grant_types.join(', ') || 'no grant'}`
    if (client.grant_types.includes(grantType)) return passed(saw)
    return refused(
      new OAuthError({
        code: 'unauthorized_client',
        description: `This client may not use the grant ${grantType}.`,
        cites: this.cites,
      }),
      saw,
    )
  },
}
