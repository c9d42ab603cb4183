import { type Check, passed, refused } from '@/lib/oauth/check'
import { expiry } from '@/lib/oauth/duration'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidGrant } from '../tokens/invalid-grant'
import { CLOCK_SKEW, USER_ASSERTION_LIFETIME, type UserAssertion } from '../tokens/user-assertion'

export const userAssertionCurrent: Check<UserAssertion, AuthorizationServerPolicy> = {
  id: 'user-assertion-current',
  rule: `The assertion is good now, and for at most ${USER_ASSERTION_LIFETIME} seconds.`,
  cites: ['rfc7523-3', 'rfc7523-3.1'],
  reads: ['exp', 'nbf', 'iat'],
  off: (policy) => policy.assertionChecks === 'lax',
  test({ jwt: { payload }, now }) {
    const { nbf, iat } = payload
    const exp = Number(payload.exp)
    const at = now / 1000
    const saw = expiry(exp * 1000, now)
    if (exp + CLOCK_SKEW <= at) return refused(invalidGrant('The assertion has expired.', this.cites), saw)
    if (exp > at + USER_ASSERTION_LIFETIME + CLOCK_SKEW) {
      return refused(invalidGrant('The assertion lives too long.', this.cites), saw)
    }
    const begun = [nbf, iat].every(
      (time) => time === undefined || (typeof time === 'number' && time <= at + CLOCK_SKEW),
    )
    if (begun) return passed(saw)
    return refused(
      invalidGrant('The assertion is not good yet.', this.cites),
      `nbf ${String(nbf)}, iat ${String(iat)}, now ${Math.floor(at)}`,
    )
  },
}
