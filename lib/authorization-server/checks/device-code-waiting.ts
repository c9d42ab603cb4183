import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { DeviceCode } from '../tables'

/** Alice may take her time; a device that gave up meanwhile gets nothing. */
export const deviceCodeWaiting: Check<{ code: DeviceCode | null; now: number }, AuthorizationServerPolicy> = {
  id: 'device-code-waiting',
  rule: 'The device still waits for this answer.',
  cites: ['rfc8628-3.3', 'rfc8628-3.5'],
  reads: ['device_codes.status', 'device_codes.codes_expire_at'],
  test({ code, now }) {
    if (code && code.status === 'pending' && code.codes_expire_at > now) return passed('status = pending, not expired')
    return refused(noDeviceWaits(), code?.status === 'pending' ? 'expired' : `status = ${code?.status ?? 'gone'}`)
  },
}

export function noDeviceWaits(): OAuthError {
  return new OAuthError({
    code: 'access_denied',
    description: 'The device does not wait for this answer any more. Let it show a new code.',
    cites: ['rfc8628-3.3'],
    status: 403,
  })
}
