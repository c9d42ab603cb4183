import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { shorten } from '@/lib/oauth/shorten'
import type { AuthorizationServerPolicy } from '../policy'

export const tokenSent: Check<{ value: string | null }, AuthorizationServerPolicy> = {
  id: 'token-sent',
  rule: 'The request carries a token.',
  cites: ['rfc7009-2.1', 'rfc7662-2.1'],
  reads: ['token'],
  test({ value }) {
    if (value !== null) return passed(`token = ${shorten(value)}`)
    return refused(
      new OAuthError({ code: 'invalid_request', description: 'token is missing.', cites: this.cites }),
      'no token',
    )
  },
}
