import { type Check, passed, refused } from '@/lib/oauth/check'
import { expiry } from '@/lib/oauth/duration'
import type { AuthorizationServerPolicy } from '../policy'
import type { RefreshToken } from '../tables'
import { invalidGrant } from '../tokens/invalid-grant'

/** Two limits: one for lying unused, which every refresh moves on, and one that nothing moves. */
export const refreshUnexpired: Check<{ token: RefreshToken; now: number }, AuthorizationServerPolicy> = {
  id: 'refresh-unexpired',
  rule: 'The refresh token has not expired, neither by lying unused nor by age.',
  cites: ['rfc9700-4.14.2', 'rfc6749-5.2'],
  reads: ['refresh_tokens.expires_at', 'refresh_tokens.ends_at'],
  test({ token, now }) {
    const limit = Math.min(token.expires_at, token.ends_at)
    const saw = `${expiry(limit, now)}${limit === token.ends_at ? ', the absolute limit' : ' when unused'}`
    if (limit > now) return passed(saw)
    return refused(invalidGrant('The refresh token has expired: ask the user again.', this.cites), saw)
  },
}
