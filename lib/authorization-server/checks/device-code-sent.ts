import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { shorten } from '@/lib/oauth/shorten'
import type { AuthorizationServerPolicy } from '../policy'

export const deviceCodeSent: Check<{ value: string | null }, AuthorizationServerPolicy> = {
  id: 'device-code-sent',
  rule: 'The request carries a device_code.',
  cites: ['rfc8628-3.4', 'rfc6749-5.2'],
  reads: ['device_code'],
  test({ value }) {
    if (value !== null) return passed(`device_code = ${shorten(value)}`)
    return refused(
      new OAuthError({ code: 'invalid_request', description: 'device_code is missing.', cites: this.cites }),
      'no device_code',
    )
  },
}
