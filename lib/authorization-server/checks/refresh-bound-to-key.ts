import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import type { RefreshToken } from '../tables'
import { invalidGrant } from '../tokens/invalid-grant'

/** A public client has no secret that would protect its refresh token: the key does. */
export const refreshBoundToKey: Check<{ token: RefreshToken; jkt: string | null }, AuthorizationServerPolicy> = {
  id: 'refresh-bound-to-key',
  rule: 'The key of the proof is the one that the refresh token was made for.',
  cites: ['rfc9449-5', 'rfc9700-2.2.2'],
  reads: ['dpop.jwk', 'refresh_tokens.jkt'],
  off: (policy) => policy.senderConstrained === 'bearer',
  test({ token, jkt }) {
    if (token.jkt === null) return passed('bound to no key; a confidential client authenticates instead')
    if (jkt === token.jkt) return passed(`thumbprint of jwk = ${token.jkt}`)
    return refused(
      invalidGrant('The refresh token is bound to another key.', this.cites),
      `thumbprint of jwk ${jkt ?? '(no proof)'} ≠ ${token.jkt}`,
    )
  },
}
