import { type Check, passed, refused } from '@/lib/oauth/check'
import { expiry } from '@/lib/oauth/duration'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { DeviceCode } from '../tables'

/** A code that is shown on a screen has to end before somebody has guessed it, or talked Alice into typing it. */
export const deviceCodeUnexpired: Check<{ code: DeviceCode; now: number }, AuthorizationServerPolicy> = {
  id: 'device-code-unexpired',
  rule: 'The device code has not expired.',
  cites: ['rfc8628-3.5', 'rfc8628-5.4'],
  reads: ['device_codes.codes_expire_at'],
  test({ code, now }) {
    const saw = expiry(code.codes_expire_at, now)
    if (code.codes_expire_at > now) return passed(saw)
    return refused(
      new OAuthError({
        code: 'expired_token',
        description: 'The device code has expired. Ask for a new one.',
        cites: this.cites,
        hint: 'The device shows a new code, and only when somebody wants one: an abandoned screen must not go on asking.',
      }),
      saw,
    )
  },
}
