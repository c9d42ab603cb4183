import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { grantEnded } from '../tokens/grants'
import { inactive } from '../tokens/invalid-token'
import type { FoundToken } from '../tokens/lookup'

export const tokenUnrevoked: Check<{ token: FoundToken }, AuthorizationServerPolicy> = {
  id: 'token-unrevoked',
  rule: 'Neither the token nor its grant was revoked or retired.',
  cites: ['rfc7662-4', 'rfc7009-2.1'],
  reads: ['access_tokens.revoked_at', 'refresh_tokens.used_at', 'grants.revoked_at'],
  test({ token }) {
    const ended = ownEnd(token) ?? grantEnded(token.grant)
    if (ended === null) return passed('revoked_at = null, its grant stands')
    return refused(inactive('The token was revoked.', this.cites), ended)
  },
}

function ownEnd(token: FoundToken): string | null {
  if (token.kind === 'access_token') return token.row.revoked_at === null ? null : 'the token was revoked'
  return token.row.used_at === null ? null : 'the token was retired by a newer one'
}
