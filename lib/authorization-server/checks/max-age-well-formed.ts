import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

export const maxAgeWellFormed: Check<{ maxAge: string }, AuthorizationServerPolicy> = {
  id: 'max-age-well-formed',
  rule: 'max_age is a whole number of seconds.',
  cites: ['oidc-core-3.1.2.1'],
  reads: ['max_age'],
  test({ maxAge }) {
    const saw = `max_age=${maxAge.slice(0, 20)}`
    if (/^\d{1,9}$/.test(maxAge)) return passed(saw)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'max_age is not a number of seconds.',
        cites: this.cites,
      }),
      saw,
    )
  },
}
