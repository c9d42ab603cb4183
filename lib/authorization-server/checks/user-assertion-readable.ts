import { type Check, passed, refused } from '@/lib/oauth/check'
import type { DecodedJwt } from '@/lib/oauth/jwt'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidGrant } from '../tokens/invalid-grant'

export const userAssertionReadable: Check<{ jwt: DecodedJwt | null }, AuthorizationServerPolicy> = {
  id: 'user-assertion-readable',
  rule: 'The assertion is one JWT.',
  cites: ['rfc7523-2.1', 'rfc7523-3.1'],
  reads: ['assertion'],
  test({ jwt }) {
    if (jwt) return passed(`a JWT with ${Object.keys(jwt.payload).join(', ') || 'no claims'}`)
    return refused(invalidGrant('The assertion is no JWT.', this.cites), 'not three parts of base64url and JSON')
  },
}
