import { type Check, passed, refused } from '@/lib/oauth/check'
import type { ResourceServerPolicy } from '../policy'
import { invalidToken } from './invalid-token'
import type { JwtUnderTest } from './jwt-under-test'

const REQUIRED = ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti']

/** A token that leaves out its expiry would never expire; one without audience would open every door. */
export const jwtClaims: Check<JwtUnderTest, ResourceServerPolicy> = {
  id: 'jwt.claims',
  rule: 'The JWT has every claim an access token must have.',
  cites: ['rfc9068-2.2'],
  reads: REQUIRED,
  off: (policy) => !policy.strictJwt,
  test: ({ claims }) => {
    const missing = REQUIRED.filter((name) => claims[name] === undefined)
    if (missing.length === 0) return passed(`All of ${REQUIRED.join(', ')}.`)
    return refused(
      invalidToken(
        `The access token lacks ${missing.join(', ')}.`,
        ['rfc9068-2.2'],
        'RFC 9068 lists the claims a JWT access token always has, so that nobody must guess what their absence means.',
      ),
      `Missing: ${missing.join(', ')}`,
    )
  },
}
