import { type Check, passed, refused } from '@/lib/oauth/check'
import type { Soon } from '@/lib/oauth/soon'
import type { Claim } from '@/lib/storage/port'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidGrant } from '../tokens/invalid-grant'

/** One approval, one device: of requests that race with the same device code, one gets the tokens. */
export const deviceCodeUnused: Check<{ claim(): Soon<Claim> }, AuthorizationServerPolicy> = {
  id: 'device-code-unused',
  rule: 'The device code is used for the first time.',
  cites: ['rfc8628-3.5', 'rfc6749-10.5'],
  reads: ['device_codes.used_at'],
  async test({ claim }) {
    const claimed = await claim()
    if (claimed === 'claimed') return passed('used_at = null, and is set from now on')
    return refused(invalidGrant('The device code was used before.', this.cites), `the code is ${claimed}`)
  },
}
