import { type Check, passed, refused } from '@/lib/oauth/check'
import type { ResourceServerPolicy } from '../policy'
import { invalidToken } from './invalid-token'
import type { JwtUnderTest } from './jwt-under-test'

/** Issuers are compared character by character: another lab's server is another issuer. */
export const jwtIssuer: Check<JwtUnderTest, ResourceServerPolicy> = {
  id: 'jwt.issuer',
  rule: 'The token comes from the authorization server the drive trusts.',
  cites: ['rfc9068-4', 'rfc8414-2'],
  reads: ['iss'],
  off: (policy) => !policy.strictJwt,
  test: ({ claims, issuer }) => {
    const saw = `iss ${JSON.stringify(claims.iss ?? null)}, trusted ${issuer}`
    if (claims.iss === issuer) return passed(saw)
    return refused(
      invalidToken(
        'The access token comes from an issuer this resource does not trust.',
        ['rfc9068-4'],
        'The iss claim must equal the issuer identifier exactly, down to the last slash.',
      ),
      saw,
    )
  },
}
