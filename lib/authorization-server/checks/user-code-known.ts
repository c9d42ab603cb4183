import { type Check, passed, refused } from '@/lib/oauth/check'
import { expiry } from '@/lib/oauth/duration'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { DeviceCode } from '../tables'

/** An unknown code, an expired one and one that was answered get the same sentence: a guesser learns nothing. */
export const userCodeKnown: Check<{ code: DeviceCode | null; now: number }, AuthorizationServerPolicy> = {
  id: 'user-code-known',
  rule: 'A device shows this code and waits for an answer.',
  cites: ['rfc8628-3.3', 'rfc8628-6.1'],
  reads: ['user_code', 'device_codes.user_code_hash', 'device_codes.status', 'device_codes.codes_expire_at'],
  test({ code, now }) {
    if (!code) return refused(wrongUserCode(), 'no device waits with this code')
    const saw = `found by its hash, shown by ${code.client_id}, ${expiry(code.codes_expire_at, now)}`
    return code.codes_expire_at > now ? passed(saw) : refused(wrongUserCode(), saw)
  },
}

export function wrongUserCode(): OAuthError {
  return new OAuthError({
    code: 'access_denied',
    description: 'No device waits with this code. Compare it with the screen and try again.',
    cites: ['rfc8628-3.3'],
  })
}
