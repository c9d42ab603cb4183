import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { shorten } from '@/lib/oauth/shorten'
import type { AuthorizationServerPolicy } from '../policy'

export const codeSent: Check<{ value: string | null }, AuthorizationServerPolicy> = {
  id: 'code-sent',
  rule: 'The request carries a code.',
  cites: ['rfc6749-4.1.3', 'rfc6749-5.2'],
  reads: ['code'],
  test({ value }) {
    if (value !== null) return passed(`code = ${shorten(value)}`)
    return refused(
      new OAuthError({ code: 'invalid_request', description: 'code is missing.', cites: this.cites }),
      'no code',
    )
  },
}
