import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

export const userAssertionSent: Check<{ value: string | null }, AuthorizationServerPolicy> = {
  id: 'user-assertion-sent',
  rule: 'An assertion is sent.',
  cites: ['rfc7523-2.1', 'rfc6749-5.2'],
  reads: ['assertion'],
  test({ value }) {
    if (value !== null) return passed(`${value.length} characters`)
    return refused(
      new OAuthError({ code: 'invalid_request', description: 'assertion has to be sent.', cites: this.cites }),
      'no assertion',
    )
  },
}
