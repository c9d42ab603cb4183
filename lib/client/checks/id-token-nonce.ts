import { type Check, passed, refused } from '@/lib/oauth/check'
import { notBelieved } from '../id-token/refusal'
import type { IdTokenUnderTest } from '../id-token/under-test'
import type { ClientPolicy } from '../policy'

/** A genuine ID token of another login, or of somebody else's, carries another nonce. */
export const idTokenNonce: Check<IdTokenUnderTest, ClientPolicy> = {
  id: 'id-token.nonce',
  rule: 'The nonce is the one this login was begun with.',
  cites: ['oidc-core-3.1.3.7', 'oidc-core-15.5.2', 'rfc9700-4.5'],
  reads: ['nonce'],
  off: (policy) => !policy.checkIdToken || !policy.useNonce,
  test: ({ claims, nonce }) => {
    const saw = `nonce ${JSON.stringify(claims.nonce ?? null)}, kept with the login ${JSON.stringify(nonce)}`
    if (nonce !== null && claims.nonce === nonce) return passed(saw)
    return refused(
      notBelieved(
        'This ID token belongs to another login.',
        ['oidc-core-3.1.3.7'],
        'The nonce ties the ID token to the browser session in which the login began.',
      ),
      saw,
    )
  },
}
