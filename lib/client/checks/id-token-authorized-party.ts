import { type Check, passed, refused } from '@/lib/oauth/check'
import { notBelieved } from '../id-token/refusal'
import { audiences, type IdTokenUnderTest } from '../id-token/under-test'
import type { ClientPolicy } from '../policy'

export const idTokenAuthorizedParty: Check<IdTokenUnderTest, ClientPolicy> = {
  id: 'id-token.authorized-party',
  rule: 'With several audiences azp names this application; where azp stands, it always does.',
  cites: ['oidc-core-3.1.3.7', 'oidc-core-2'],
  reads: ['azp', 'aud'],
  off: (policy) => !policy.checkIdToken,
  test: ({ claims, clientId }) => {
    const several = audiences(claims).length > 1
    const saw = `azp ${JSON.stringify(claims.azp ?? null)}, ${several ? 'several audiences' : 'one audience'}`
    const fits = claims.azp === undefined ? !several : claims.azp === clientId
    if (fits) return passed(saw)
    return refused(notBelieved('The ID token was made at the wish of another application.', ['oidc-core-3.1.3.7']), saw)
  },
}
