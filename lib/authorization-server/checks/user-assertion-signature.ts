import { compactVerify, createLocalJWKSet, errors } from 'jose'
import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidGrant } from '../tokens/invalid-grant'
import type { UserAssertion } from '../tokens/user-assertion'

/** From here on the claims are the issuer's words. Keys named inside the assertion (jwk, jku, x5u) are not looked at. */
export const userAssertionSignature: Check<UserAssertion, AuthorizationServerPolicy> = {
  id: 'user-assertion-signature',
  rule: "The signature verifies with the issuer's registered key.",
  cites: ['rfc7523-3', 'rfc8725-3.1'],
  reads: ['assertion', 'alg', 'kid', 'trusted_issuers.jwks'],
  off: (policy) => policy.assertionChecks === 'lax',
  async test({ value, jwt: { header }, issuer }) {
    const keySet = createLocalJWKSet(JSON.parse(issuer?.jwks ?? '{"keys":[]}'))
    const selector = { alg: String(header.alg), ...(typeof header.kid === 'string' && { kid: header.kid }) }
    try {
      await compactVerify(value, () => keySet(selector))
      return passed(`${selector.alg} over header and claims verifies with the key of ${issuer?.name ?? 'nobody'}`)
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error
      return refused(
        invalidGrant('The signature of the assertion is not valid.', this.cites),
        `verification failed: ${error.message}`,
      )
    }
  },
}
