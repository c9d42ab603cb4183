import { type Check, passed, refused } from '@/lib/oauth/check'
import type { ResourceServerPolicy } from '../policy'
import { invalidToken } from './invalid-token'
import type { JwtUnderTest } from './jwt-under-test'

const ALLOWED = ['ES256', 'RS256']

/** The drive decides which algorithms count. A token that may choose would choose "none", or an HMAC over a public key. */
export const jwtAlgorithm: Check<JwtUnderTest, ResourceServerPolicy> = {
  id: 'jwt.algorithm',
  rule: 'The JWT is signed with an algorithm the drive allows.',
  cites: ['rfc8725-3.1', 'rfc9068-4'],
  reads: ['alg'],
  off: (policy) => !policy.strictJwt,
  test: ({ header }) => {
    const saw = `alg ${JSON.stringify(header.alg ?? null)}, allowed ${ALLOWED.join(', ')}`
    if (ALLOWED.some((allowed) => allowed === header.alg)) return passed(saw)
    return refused(
      invalidToken(
        'The access token is signed with an algorithm that is not allowed.',
        ['rfc8725-3.1'],
        'The list is fixed in the drive and never taken from the token.',
      ),
      saw,
    )
  },
}
