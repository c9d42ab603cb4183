import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'

/** This token is given to the client alone, so whoever can claim to be the client would get it. */
export const clientConfidential: PromptCheck<{ client: Client }, AuthorizationServerPolicy> = {
  id: 'client-confidential',
  rule: 'The client is confidential: it can prove who it is.',
  cites: ['rfc6749-4.4', 'rfc6749-2.1'],
  reads: ['clients.token_endpoint_auth_method'],
  test({ client }) {
    const method = client.token_endpoint_auth_method
    const saw = `${client.key} is registered for ${method}`
    if (method !== 'none') return passed(saw)
    return refused(
      new OAuthError({
        code: 'unauthorized_client',
        description: 'Only a confidential client may ask for access on its own behalf.',
        cites: this.cites,
        hint: 'A public client only names itself: anybody could ask in its name.',
      }),
      saw,
    )
  },
}
