import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { PresentedToken } from '../bearer'
import type { AuthorizationServerPolicy } from '../policy'

/** Of two tokens in one request, nobody could say whose claims are meant. */
export const userinfoTokenInOnePlace: Check<PresentedToken, AuthorizationServerPolicy> = {
  id: 'userinfo-token-in-one-place',
  rule: 'The access token is sent in one way only.',
  cites: ['rfc6750-2', 'rfc6750-3.1'],
  reads: ['authorization', 'access_token'],
  test({ header, body }) {
    if (header === null || body === null) return passed('sent once')
    const description = 'Send the access token in one way, not in several.'
    return refused(
      new OAuthError({ code: 'invalid_request', description, cites: this.cites }),
      'in the Authorization header and in the form',
    )
  },
}
