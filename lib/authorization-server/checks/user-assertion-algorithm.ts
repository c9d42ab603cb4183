import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidGrant } from '../tokens/invalid-grant'
import { USER_ASSERTION_ALGORITHMS, type UserAssertion } from '../tokens/user-assertion'

/** The header is the sender's own suggestion: with "none" it suggests not to look. */
export const userAssertionAlgorithm: Check<UserAssertion, AuthorizationServerPolicy> = {
  id: 'user-assertion-algorithm',
  rule: 'The assertion is signed with an algorithm on the list.',
  cites: ['rfc8725-3.1', 'rfc7523-3'],
  reads: ['alg'],
  off: (policy) => policy.assertionChecks === 'lax',
  test({ jwt: { header } }) {
    const saw = `alg ${String(header.alg)}; allowed are ${USER_ASSERTION_ALGORITHMS.join(', ')}`
    if (typeof header.alg === 'string' && USER_ASSERTION_ALGORITHMS.includes(header.alg)) return passed(saw)
    return refused(invalidGrant('The assertion is not signed in a way this server accepts.', this.cites), saw)
  },
}
