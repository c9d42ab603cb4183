import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { ResourceServerPolicy } from '../policy'

export const proofSent: Check<{ header: string | null }, ResourceServerPolicy> = {
  id: 'dpop.proof-sent',
  rule: 'With the scheme DPoP a proof comes along.',
  cites: ['rfc9449-7.1', 'rfc9449-4.3'],
  reads: ['dpop'],
  test({ header }) {
    if (header !== null) return passed('a DPoP header')
    return refused(
      new OAuthError({
        code: 'invalid_dpop_proof',
        description: 'The scheme DPoP needs a proof in the DPoP header.',
        cites: this.cites,
        status: 401,
        hint: 'The token alone is not enough: that is the point of it.',
      }),
      'no DPoP header',
    )
  },
}
