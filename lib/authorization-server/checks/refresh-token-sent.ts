import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { shorten } from '@/lib/oauth/shorten'
import type { AuthorizationServerPolicy } from '../policy'

export const refreshTokenSent: Check<{ value: string | null }, AuthorizationServerPolicy> = {
  id: 'refresh-token-sent',
  rule: 'The request carries a refresh token.',
  cites: ['rfc6749-6', 'rfc6749-5.2'],
  reads: ['refresh_token'],
  test({ value }) {
    if (value !== null) return passed(`refresh_token = ${shorten(value)}`)
    return refused(
      new OAuthError({ code: 'invalid_request', description: 'refresh_token is missing.', cites: this.cites }),
      'no refresh_token',
    )
  },
}
