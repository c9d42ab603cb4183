import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { constantTimeEqual } from '../constant-time'
import type { AuthorizationServerPolicy } from '../policy'

/** Being signed out by another site is a nuisance, and the first half of being signed in as somebody else. */
export const logoutConfirmed: Check<{ expected: string; sent: string | null }, AuthorizationServerPolicy> = {
  id: 'logout-confirmed',
  rule: 'The form was made for this session.',
  cites: ['rfc6749-10.12', 'rp-logout-2'],
  reads: ['token', 'cookie as_session'],
  test({ expected, sent }) {
    if (sent !== null && constantTimeEqual(sent, expected)) return passed('token of the form = token of the session')
    return refused(
      new OAuthError({
        code: 'access_denied',
        description: 'This form was not made for your session. Open the page again and confirm there.',
        cites: this.cites,
        status: 403,
      }),
      sent === null ? 'no token' : 'token of the form ≠ token of the session',
    )
  },
}
