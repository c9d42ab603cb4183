import { type Check, passed, refused } from '@/lib/oauth/check'
import type { ResourceServerPolicy } from '../policy'
import { invalidToken } from './invalid-token'
import type { JwtUnderTest } from './jwt-under-test'

/** `crit` names extensions that must be understood. The drive understands none, so any means refusal. */
export const jwtCriticalHeaders: Check<JwtUnderTest, ResourceServerPolicy> = {
  id: 'jwt.critical-headers',
  rule: 'The JWT demands no extension the drive does not know.',
  cites: ['rfc7515-4.1.11'],
  reads: ['crit'],
  off: (policy) => !policy.strictJwt,
  test: ({ header }) => {
    if (!('crit' in header)) return passed('No crit header.')
    return refused(
      invalidToken(
        'The access token demands an extension that is not supported.',
        ['rfc7515-4.1.11'],
        'Whoever does not understand a critical header must not go on as if it were not there.',
      ),
      `crit ${JSON.stringify(header.crit)}`,
    )
  },
}
