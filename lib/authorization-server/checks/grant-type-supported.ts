import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

export const grantTypeSupported: Check<{ grantType: string; supported: readonly string[] }, AuthorizationServerPolicy> =
  {
    id: 'grant-type-supported',
    rule: 'The server offers this grant.',
    cites: ['rfc6749-5.2'],
    reads: ['grant_type'],
    test({ grantType, supported }) {
      if (supported.includes(grantType)) return passed(`${grantType} is offered`)
      return refused(
        new OAuthError({
          code: 'unsupported_grant_type',
          description: `This server offers ${supported.join(', ')}.`,
          cites: this.cites,
          hint: 'Names of grants are case sensitive.',
        }),
        `${grantType} is not offered`,
      )
    },
  }
