import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { grantEnded } from '../tokens/grants'
import { invalidExchange } from '../tokens/invalid-exchange'
import type { FoundAccessToken } from '../tokens/lookup'

export const subjectTokenUnrevoked: Check<{ token: FoundAccessToken }, AuthorizationServerPolicy> = {
  id: 'subject-token-unrevoked',
  rule: 'Neither the subject token nor its grant was revoked.',
  cites: ['rfc8693-2.2.2', 'rfc7009-2.1'],
  reads: ['access_tokens.revoked_at', 'grants.revoked_at'],
  test({ token: { row, grant } }) {
    const ended = row.revoked_at === null ? grantEnded(grant) : 'the token was revoked'
    if (ended === null) return passed('revoked_at = null, its grant stands')
    return refused(invalidExchange('The subject token was revoked.', this.cites), ended)
  },
}
