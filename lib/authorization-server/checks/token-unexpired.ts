import { type Check, passed, refused } from '@/lib/oauth/check'
import { expiry } from '@/lib/oauth/duration'
import type { AuthorizationServerPolicy } from '../policy'
import { inactive } from '../tokens/invalid-token'
import type { FoundToken } from '../tokens/lookup'

export const tokenUnexpired: Check<{ token: FoundToken; now: number }, AuthorizationServerPolicy> = {
  id: 'token-unexpired',
  rule: 'The token has not expired.',
  cites: ['rfc7662-4'],
  reads: ['access_tokens.expires_at', 'refresh_tokens.expires_at'],
  test({ token, now }) {
    const saw = expiry(token.row.expires_at, now)
    if (token.row.expires_at > now) return passed(saw)
    return refused(inactive('The token has expired.', this.cites), saw)
  },
}
