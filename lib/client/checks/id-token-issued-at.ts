import { type Check, passed, refused } from '@/lib/oauth/check'
import { duration } from '@/lib/oauth/duration'
import { notBelieved } from '../id-token/refusal'
import { CLOCK_TOLERANCE, type IdTokenUnderTest } from '../id-token/under-test'
import type { ClientPolicy } from '../policy'

/** A login takes moments. What was issued long ago, or will be, was not issued for this one. */
const OLDEST = 60 * 60 * 1000

export const idTokenIssuedAt: Check<IdTokenUnderTest, ClientPolicy> = {
  id: 'id-token.issued-at',
  rule: 'The ID token was issued just now: not in the future, and at most an hour ago.',
  cites: ['oidc-core-3.1.3.7'],
  reads: ['iat'],
  off: (policy) => !policy.checkIdToken,
  test: ({ claims: { iat }, now }) => {
    const age = now - Number(iat) * 1000
    const saw = age < 0 ? `issued ${duration(-age)} from now` : `issued ${duration(age)} ago`
    if (age >= -CLOCK_TOLERANCE && age <= OLDEST) return passed(saw)
    return refused(notBelieved('The ID token was not issued for this login.', ['oidc-core-3.1.3.7']), saw)
  },
}
