import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { DeviceCode } from '../tables'

export const deviceDecided: Check<{ code: DeviceCode }, AuthorizationServerPolicy> = {
  id: 'device-decided',
  rule: 'The user has answered.',
  cites: ['rfc8628-3.5'],
  reads: ['device_codes.status'],
  test({ code: { status } }) {
    if (status !== 'pending') return passed(`status = ${status}`)
    return refused(
      new OAuthError({
        code: 'authorization_pending',
        description: 'The user has not answered yet. Ask again after the interval.',
        cites: this.cites,
        hint: 'No reason to give up: this is how the device learns that it has to go on waiting.',
      }),
      'status = pending',
    )
  },
}
