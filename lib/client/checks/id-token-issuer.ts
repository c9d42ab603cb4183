import { type Check, passed, refused } from '@/lib/oauth/check'
import { notBelieved } from '../id-token/refusal'
import type { IdTokenUnderTest } from '../id-token/under-test'
import type { ClientPolicy } from '../policy'

/** Two servers may both know an "alice". Only together with its issuer does a subject name somebody. */
export const idTokenIssuer: Check<IdTokenUnderTest, ClientPolicy> = {
  id: 'id-token.issuer',
  rule: 'The ID token was issued by the server the application asked.',
  cites: ['oidc-core-3.1.3.7'],
  reads: ['iss'],
  off: (policy) => !policy.checkIdToken,
  test: ({ claims, issuer }) => {
    const saw = `iss ${JSON.stringify(claims.iss ?? null)}, asked ${issuer}`
    if (claims.iss === issuer) return passed(saw)
    return refused(
      notBelieved(
        'The ID token was issued by somebody else.',
        ['oidc-core-3.1.3.7'],
        'The issuer has to equal exactly.',
      ),
      saw,
    )
  },
}
