import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import type { AuthorizationCode } from '../tables'
import { invalidGrant } from '../tokens/invalid-grant'

/** Binds the whole flow to one key: a code that leaked cannot be redeemed by whoever proves to hold another. */
export const codeBoundToKey: Check<{ code: AuthorizationCode; jkt: string | null }, AuthorizationServerPolicy> = {
  id: 'code-bound-to-key',
  rule: 'The key of the proof is the one that the authorization request named.',
  cites: ['rfc9449-10'],
  reads: ['dpop.jwk', 'authorization_codes.dpop_jkt'],
  off: (policy) => policy.senderConstrained === 'bearer',
  test({ code: { dpop_jkt }, jkt }) {
    if (dpop_jkt === null) return passed('the authorization request named no key')
    if (jkt === dpop_jkt) return passed(`thumbprint of jwk = dpop_jkt = ${dpop_jkt}`)
    return refused(
      invalidGrant('The code is bound to another key.', this.cites),
      `thumbprint of jwk ${jkt ?? '(no proof)'} ≠ dpop_jkt ${dpop_jkt}`,
    )
  },
}
