import { type Check, passed, refused } from '@/lib/oauth/check'
import type { ResourceServerPolicy } from '../policy'
import { invalidToken } from './invalid-token'

/** Claims are seconds, the clock is milliseconds. A token is no longer valid in the very second it expires. */
export const tokenExpiry: Check<{ claims: Record<string, unknown>; now: number }, ResourceServerPolicy> = {
  id: 'token.expiry',
  rule: 'The token is valid at this moment.',
  cites: ['rfc6749-7', 'rfc9068-4', 'rfc6750-3.1'],
  reads: ['exp', 'nbf'],
  test: ({ claims: { exp, nbf }, now }) => {
    const seconds = Math.floor(now / 1000)
    if (typeof nbf === 'number' && seconds < nbf) {
      return refused(
        invalidToken('The access token is not valid yet.', ['rfc9068-4'], 'The nbf claim lies in the future.'),
        `now ${seconds} < nbf ${nbf}`,
      )
    }
    if (exp === undefined) return passed(`now ${seconds}; the token names no expiry`)
    if (typeof exp === 'number' && seconds < exp) {
      return passed(`now ${seconds} < exp ${exp}: ${exp - seconds} seconds are left`)
    }
    return refused(
      invalidToken(
        'The access token expired.',
        ['rfc6750-3.1'],
        'The client may use its refresh token for a new one, without asking the user.',
      ),
      `now ${seconds} >= exp ${JSON.stringify(exp)}`,
    )
  },
}
