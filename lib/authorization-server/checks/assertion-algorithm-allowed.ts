import { type Check, passed, refused } from '@/lib/oauth/check'
import type { ClientAssertion } from '../client-authentication/client-assertion'
import { wrongCredentials } from '../client-authentication/failure'
import { ASSERTION_ALGORITHMS } from '../client-authentication/methods'
import type { AuthorizationServerPolicy } from '../policy'

/** The list is the server's: an assertion that may choose would choose "none", or an HMAC over the public key. */
export const assertionAlgorithmAllowed: Check<ClientAssertion, AuthorizationServerPolicy> = {
  id: 'assertion-algorithm-allowed',
  rule: 'The assertion is signed with an algorithm this server allows.',
  cites: ['rfc7523-3', 'rfc8725-3.1', 'rfc8725-3.2'],
  reads: ['alg'],
  off: (policy) => !policy.strictAssertions,
  test({ header: { alg } }) {
    const saw = `alg ${JSON.stringify(alg ?? null)}, allowed ${ASSERTION_ALGORITHMS.join(', ')}`
    if (ASSERTION_ALGORITHMS.some((allowed) => allowed === alg)) return passed(saw)
    return refused(wrongCredentials('The algorithm in the header is not on the list this server advertises.'), saw)
  },
}
