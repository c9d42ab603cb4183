import { type Check, passed, refused } from '@/lib/oauth/check'
import type { ResourceServerPolicy } from '../policy'
import { invalidToken } from './invalid-token'
import type { JwtUnderTest } from './jwt-under-test'

/** Other JWTs are signed with the same key, ID tokens for one: the type keeps them from passing as access tokens. */
export const jwtType: Check<JwtUnderTest, ResourceServerPolicy> = {
  id: 'jwt.type',
  rule: 'The JWT says that it is an access token.',
  cites: ['rfc9068-4', 'rfc9068-2.1'],
  reads: ['typ'],
  off: (policy) => !policy.strictJwt,
  test: ({ header }) => {
    const type = String(header.typ).toLowerCase()
    const saw = `typ ${JSON.stringify(header.typ ?? null)}, wanted "at+jwt"`
    if (type === 'at+jwt' || type === 'application/at+jwt') return passed(saw)
    return refused(
      invalidToken(
        'This JWT is not an access token.',
        ['rfc9068-4'],
        'An ID token or a client assertion is a JWT too, but not one that opens an API.',
      ),
      saw,
    )
  },
}
