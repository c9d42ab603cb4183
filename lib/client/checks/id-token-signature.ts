import { compactVerify, createLocalJWKSet, errors } from 'jose'
import { type Check, passed, refused } from '@/lib/oauth/check'
import { notBelieved } from '../id-token/refusal'
import type { IdTokenUnderTest } from '../id-token/under-test'
import type { ClientPolicy } from '../policy'

/** Of the header, only `alg` and `kid` choose a key: one that lies in the token itself proves nothing. */
export const idTokenSignature: Check<IdTokenUnderTest, ClientPolicy> = {
  id: 'id-token.signature',
  rule: 'The signature is genuine, by a key the authorization server publishes.',
  cites: ['oidc-core-3.1.3.7', 'rfc7517-5'],
  reads: ['kid', 'alg', 'signature', 'keys'],
  off: (policy) => !policy.checkIdToken,
  test: async ({ token, header: { alg, kid }, keys }) => {
    const published = createLocalJWKSet(await keys())
    const wanted = { alg: String(alg), ...(typeof kid === 'string' && { kid }) }
    try {
      await compactVerify(token, () => published(wanted))
      return passed(`${wanted.alg} over header and claims verifies with the key ${String(kid)}.`)
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error
      return refused(
        notBelieved('The signature of the ID token is not genuine.', ['oidc-core-3.1.3.7']),
        `Verification failed: ${error.message}`,
      )
    }
  },
}
