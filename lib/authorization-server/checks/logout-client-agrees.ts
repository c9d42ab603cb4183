import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

type Input = { clientId: string | null; audience: string | null }

export const logoutClientAgrees: Check<Input, AuthorizationServerPolicy> = {
  id: 'logout-client-agrees',
  rule: 'client_id and id_token_hint, when both are sent, name the same client.',
  cites: ['rp-logout-2'],
  reads: ['client_id', 'id_token_hint'],
  test({ clientId, audience }) {
    const saw = `client_id ${clientId ?? 'not sent'}, id_token_hint for ${audience ?? 'nobody'}`
    if (clientId === null || audience === null || clientId === audience) return passed(saw)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'client_id is not the client that id_token_hint was issued to.',
        cites: this.cites,
      }),
      saw,
    )
  },
}
