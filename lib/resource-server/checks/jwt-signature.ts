import { compactVerify, errors } from 'jose'
import { type Check, passed, refused } from '@/lib/oauth/check'
import { keysIn } from '../key-set'
import type { ResourceServerPolicy } from '../policy'
import { invalidToken } from './invalid-token'
import { type JwtUnderTest, keySelector } from './jwt-under-test'

/** From here on the claims can be believed: they are what the authorization server wrote. */
export const jwtSignature: Check<JwtUnderTest, ResourceServerPolicy> = {
  id: 'jwt.signature',
  rule: 'The signature is genuine.',
  cites: ['rfc9068-4', 'rfc8725-3.1'],
  reads: ['alg', 'kid', 'signature'],
  off: (policy) => !policy.strictJwt,
  test: async ({ token, header, keySet }) => {
    const keys = keysIn(await keySet())
    try {
      await compactVerify(token, () => keys(keySelector(header)))
      return passed(`${String(header.alg)} over header and payload verifies with the published key.`)
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error
      return refused(
        invalidToken(
          'The signature of the access token is not valid.',
          ['rfc9068-4'],
          'One changed character anywhere in header or payload is enough for that.',
        ),
        `Verification failed: ${error.message}`,
      )
    }
  },
}
