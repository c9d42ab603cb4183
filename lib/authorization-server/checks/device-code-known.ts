import { type Check, passed, refused } from '@/lib/oauth/check'
import type { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { DeviceCode } from '../tables'
import { invalidGrant } from '../tokens/invalid-grant'

export const deviceCodeKnown: Check<{ code: DeviceCode | null }, AuthorizationServerPolicy> = {
  id: 'device-code-known',
  rule: 'This server made the device code.',
  cites: ['rfc8628-3.4', 'rfc6749-5.2', 'rfc8628-5.2'],
  reads: ['device_code', 'device_codes.key'],
  test({ code }) {
    if (code) return passed(`found by its key, made for ${code.client_id}`)
    return refused(unknownDeviceCode(), 'no such device code in the store')
  },
}

export function unknownDeviceCode(): OAuthError {
  return invalidGrant(
    'The device code is not known here.',
    ['rfc6749-5.2'],
    'Codes that expired are forgotten after a while.',
  )
}
