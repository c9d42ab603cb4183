import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'

type Input = { client: Pick<Client, 'trusted'>; isSignedIn: () => Promise<boolean> }

/**
 * Whoever registers a client here could make this server redirect anybody to it, by asking for something wrong. So
 * clients nobody vouches for get an error only once a user is signed in; until then it is shown here.
 */
export const errorRedirectAllowed: Check<Input, AuthorizationServerPolicy> = {
  id: 'error-redirect-allowed',
  rule: 'Errors are redirected only to clients somebody vouches for, or once a user has signed in.',
  cites: ['rfc9700-4.11.2', 'rfc6749-4.1.2.1'],
  reads: ['clients.trusted', 'sessions'],
  off: (policy) => policy.errorsRedirectUnasked,
  async test({ client, isSignedIn }) {
    if (client.trusted) return passed('this server vouches for the client')
    if (await isSignedIn()) return passed('a user is signed in')
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'The error is shown here instead of being sent on.',
        cites: this.cites,
        hint: 'Otherwise a link to this server would lead to any site whose owner registered a client.',
      }),
      'the client registered itself, and nobody is signed in',
    )
  },
}
