import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { ClientPolicy } from '../policy'

export const orderedWithActiveToken: Check<{ claims: { active: boolean } | null }, ClientPolicy> = {
  id: 'ordered-with-active-token',
  rule: 'The order comes with an access token the authorization server calls active.',
  cites: ['rfc6750-2.1', 'rfc7662-2.2'],
  reads: ['Authorization', 'active'],
  test({ claims }) {
    if (claims?.active) return passed('active')
    return refused(
      new OAuthError({
        code: 'invalid_token',
        description: 'The order came with no access token that is good here.',
        cites: this.cites,
        status: 401,
      }),
      claims ? 'not active' : 'no token',
    )
  },
}
