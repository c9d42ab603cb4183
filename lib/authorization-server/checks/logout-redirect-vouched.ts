import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/**
 * Where nobody is signed in, nobody is asked either: a link to sign out would lead at once to any site whose owner
 * registered a client. So for clients nobody vouches for the way ends here.
 */
export const logoutRedirectVouched: Check<{ trusted: boolean }, AuthorizationServerPolicy> = {
  id: 'logout-redirect-vouched',
  rule: 'Where nobody had to be asked, the browser is sent on only to a client somebody vouches for.',
  cites: ['rp-logout-3', 'rfc9700-4.11.2'],
  reads: ['clients.trusted', 'sessions'],
  off: (policy) => policy.errorsRedirectUnasked,
  test({ trusted }) {
    if (trusted) return passed('this server vouches for the client')
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'The way ends here: nobody vouches for the client that asked to be returned to.',
        cites: this.cites,
      }),
      'the client registered itself, and nobody is signed in',
    )
  },
}
