import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { formatChallenge } from '@/lib/oauth/www-authenticate'
import type { AuthorizationServerPolicy } from '../policy'

/** This server hands out no initial access tokens, so one that is sent was not made here. */
export const registrationUnprotected: Check<{ authorization: string | null }, AuthorizationServerPolicy> = {
  id: 'registration-unprotected',
  rule: 'An initial access token, when sent, is a good one.',
  cites: ['rfc7591-3', 'rfc7591-5'],
  reads: ['Authorization'],
  test({ authorization }) {
    if (authorization === null) return passed('none was sent, and none is needed')
    const parameters = { realm: 'Grant Lab', error: 'invalid_token' }
    return refused(
      new OAuthError({
        code: 'invalid_token',
        description: 'The initial access token is not known here. Register without one.',
        cites: this.cites,
        status: 401,
        headers: { 'www-authenticate': formatChallenge({ scheme: 'Bearer', parameters }) },
      }),
      'an Authorization header, though no initial access token was ever issued',
    )
  },
}
