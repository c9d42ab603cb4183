import { type Check, passed, refused } from '@/lib/oauth/check'
import { expiry } from '@/lib/oauth/duration'
import { notBelieved } from '../id-token/refusal'
import { CLOCK_TOLERANCE, type IdTokenUnderTest } from '../id-token/under-test'
import type { ClientPolicy } from '../policy'

export const idTokenExpiry: Check<IdTokenUnderTest, ClientPolicy> = {
  id: 'id-token.expiry',
  rule: 'The ID token has not expired.',
  cites: ['oidc-core-3.1.3.7'],
  reads: ['exp'],
  off: (policy) => !policy.checkIdToken,
  test: ({ claims: { exp }, now }) => {
    const expiresAt = Number(exp) * 1000
    const saw = expiry(expiresAt, now)
    if (expiresAt + CLOCK_TOLERANCE > now) return passed(saw)
    return refused(notBelieved('The ID token has expired.', ['oidc-core-3.1.3.7']), saw)
  },
}
