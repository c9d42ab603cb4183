import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** An expired ID token still says whose session it was about; a forged one says nothing. */
export const logoutHintGenuine: Check<{ hint: { aud: string } | null; issuer: string }, AuthorizationServerPolicy> = {
  id: 'logout-hint-genuine',
  rule: 'id_token_hint, when sent, is an ID token this server issued.',
  cites: ['rp-logout-2'],
  reads: ['id_token_hint'],
  test({ hint, issuer }) {
    if (hint) return passed(`signed by ${issuer} for ${hint.aud}`)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'id_token_hint is not an ID token of this server.',
        cites: this.cites,
      }),
      'signature or issuer do not fit',
    )
  },
}
