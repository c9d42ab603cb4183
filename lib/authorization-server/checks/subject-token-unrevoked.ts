import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { grantEnded } from '../tokens/grants'
import { invalidExchange } from '../tokens/invalid-exchange'
import type { FoundToken } from '../tokens/lookup'

export const subjectTokenUnrevoked: Check<{ token: FoundToken }, AuthorizationServerPolicy> = {
  id: 'subject-token-unrevoked',
  rule: 'Neither the subject token nor its grant was revoked.',
  cites: ['rfc8693-2.2.2', 'rfc7009-2.1'],
  reads: ['access_tokens.revoked_at', 'grants.revoked_at'],
  test({ token: { row, grant } }) {
    const revoked = 'revoked_at' in row && row.revoked_at !== null
    const ended = !revoked ? grantEnded(grant) : 'the token was revoked'
    if (ended === null) return passed('revoked_at = null, its grant stands')
    return refused(invalidExchange('The subject token was revoked.', this.cites), ended)
  },
}
