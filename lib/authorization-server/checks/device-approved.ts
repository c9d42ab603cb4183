import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { DeviceCode } from '../tables'

/** The user decides, and the device hears of a no as well. */
export const deviceApproved: Check<{ code: DeviceCode }, AuthorizationServerPolicy> = {
  id: 'device-approved',
  rule: 'The user said yes.',
  cites: ['rfc8628-3.5'],
  reads: ['device_codes.status', 'device_codes.user_id'],
  test({ code: { status, user_id } }) {
    if (status === 'approved') return passed(`status = approved, by ${user_id}`)
    return refused(
      new OAuthError({ code: 'access_denied', description: 'The user did not give access.', cites: this.cites }),
      `status = ${status}`,
    )
  },
}
