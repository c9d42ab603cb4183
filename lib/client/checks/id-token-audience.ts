import { type Check, passed, refused } from '@/lib/oauth/check'
import { notBelieved } from '../id-token/refusal'
import { audiences, type IdTokenUnderTest } from '../id-token/under-test'
import type { ClientPolicy } from '../policy'

/** What another application or an API was given says nothing about who stands before this one. */
export const idTokenAudience: Check<IdTokenUnderTest, ClientPolicy> = {
  id: 'id-token.audience',
  rule: 'The ID token was made for this application.',
  cites: ['oidc-core-3.1.3.7', 'oidc-core-16.11', 'rfc6749-10.16'],
  reads: ['aud'],
  off: (policy) => !policy.checkIdToken,
  test: ({ claims, clientId }) => {
    const saw = `aud ${JSON.stringify(claims.aud ?? null)}, this application is ${JSON.stringify(clientId)}`
    if (audiences(claims).includes(clientId)) return passed(saw)
    return refused(
      notBelieved(
        'This token was not made for this application.',
        ['oidc-core-3.1.3.7'],
        'An access token is made for an API: whoever holds it may call that API, and need not be the user. Only an ID token for this application says who signs in here.',
      ),
      saw,
    )
  },
}
