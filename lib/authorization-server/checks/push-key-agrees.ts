import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** A client may name its key by dpop_jkt or prove it right away; when it does both, they have to be one key. */
export const pushKeyAgrees: Check<{ named: string; proven: string }, AuthorizationServerPolicy> = {
  id: 'push-key-agrees',
  rule: 'dpop_jkt and the key of the proof are the same.',
  cites: ['rfc9449-10.1'],
  reads: ['dpop_jkt', 'dpop.jwk'],
  test({ named, proven }) {
    if (named === proven) return passed(`dpop_jkt = thumbprint of jwk = ${proven}`)
    return refused(
      new OAuthError({
        code: 'invalid_dpop_proof',
        description: 'dpop_jkt names another key than the DPoP proof.',
        cites: this.cites,
      }),
      `dpop_jkt ${named} ≠ thumbprint of jwk ${proven}`,
    )
  },
}
