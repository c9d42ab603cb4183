import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** The one parameter that says which grant begins here. */
export const responseTypePresent: Check<{ responseType: string | null }, AuthorizationServerPolicy> = {
  id: 'response-type-present',
  rule: 'response_type is sent.',
  cites: ['rfc6749-3.1.1', 'rfc6749-4.1.2.1'],
  reads: ['response_type'],
  test({ responseType }) {
    if (responseType !== null) return passed(`response_type=${responseType}`)
    return refused(
      new OAuthError({ code: 'invalid_request', description: 'response_type is missing.', cites: this.cites }),
      'not sent',
    )
  },
}
