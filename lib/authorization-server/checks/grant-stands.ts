import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import type { Grant } from '../tables'
import { grantEnded } from '../tokens/grants'
import { invalidGrant } from '../tokens/invalid-grant'

export const grantStands: Check<{ grant: Grant | null }, AuthorizationServerPolicy> = {
  id: 'grant-stands',
  rule: 'The grant was not revoked.',
  cites: ['rfc6749-5.2', 'rfc7009-2.1'],
  reads: ['grants.revoked_at'],
  test({ grant }) {
    const ended = grantEnded(grant)
    if (ended === null) return passed('revoked_at = null')
    return refused(invalidGrant('The grant was revoked: ask the user again.', this.cites), ended)
  },
}
