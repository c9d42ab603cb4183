import { type Check, passed, refused } from '@/lib/oauth/check'
import { expiry } from '@/lib/oauth/duration'
import { ASSERTION_LIFETIME, CLOCK_SKEW, type ClientAssertion } from '../client-authentication/client-assertion'
import { wrongCredentials } from '../client-authentication/failure'
import type { AuthorizationServerPolicy } from '../policy'

/** An assertion that lives long is a secret that lies around. */
export const assertionCurrent: Check<ClientAssertion, AuthorizationServerPolicy> = {
  id: 'assertion-current',
  rule: `The assertion is good now, and for at most ${ASSERTION_LIFETIME} seconds.`,
  cites: ['rfc7523-3', 'rfc7521-5.2'],
  reads: ['exp', 'nbf', 'iat'],
  test({ claims: { exp, nbf, iat }, now }) {
    if (typeof exp !== 'number') return refused(wrongCredentials('An assertion without exp never ends.'), 'no exp')
    const at = now / 1000
    const saw = expiry(exp * 1000, now)
    if (exp + CLOCK_SKEW <= at) return refused(wrongCredentials('The assertion has expired: make a new one.'), saw)
    if (exp > at + ASSERTION_LIFETIME + CLOCK_SKEW) {
      return refused(wrongCredentials(`exp may lie at most ${ASSERTION_LIFETIME} s ahead.`), saw)
    }
    const begun = [nbf, iat].every(
      (time) => time === undefined || (typeof time === 'number' && time <= at + CLOCK_SKEW),
    )
    if (begun) return passed(saw)
    return refused(wrongCredentials('nbf or iat lies in the future.'), `nbf ${nbf}, iat ${iat}, now ${Math.floor(at)}`)
  },
}
