import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client, DeviceCode } from '../tables'
import { invalidGrant } from '../tokens/invalid-grant'

/** Alice was shown one app's name: no other app may collect what she allowed it. */
export const deviceCodeBoundToClient: Check<{ code: DeviceCode; client: Client }, AuthorizationServerPolicy> = {
  id: 'device-code-bound-to-client',
  rule: 'The device code was made for the client that presents it.',
  cites: ['rfc8628-3.4', 'rfc6749-5.2'],
  reads: ['client_id', 'device_codes.client_id'],
  test({ code, client }) {
    if (code.client_id === client.key) return passed(`made for ${code.client_id} = ${client.key}`)
    return refused(
      invalidGrant('The device code was made for another client.', this.cites),
      `made for ${code.client_id} ≠ ${client.key}`,
    )
  },
}
