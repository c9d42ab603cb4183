import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { Withheld } from '../grants/grant'
import type { AuthorizationServerPolicy } from '../policy'

interface Input {
  grantType: string
  /** What the server offers. */
  supported: readonly string[]
  /** Why a grant that it knows is not among them. */
  withheld: Withheld | null
}

export const grantTypeSupported: PromptCheck<Input, AuthorizationServerPolicy> = {
  id: 'grant-type-supported',
  rule: 'The server offers this grant.',
  cites: ['rfc6749-5.2'],
  reads: ['grant_type'],
  test({ grantType, supported, withheld }) {
    if (supported.includes(grantType)) return passed(`${grantType} is offered`)
    return refused(
      new OAuthError({
        code: 'unsupported_grant_type',
        description: `This server offers ${supported.join(', ')}.`,
        cites: [...this.cites, ...(withheld?.cites ?? [])],
        hint: withheld?.because ?? 'Names of grants are case sensitive.',
      }),
      withheld ? `${grantType} is switched off by the policy` : `${grantType} is not offered`,
    )
  },
}
