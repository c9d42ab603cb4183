import { type Check, passed, refused } from '@/lib/oauth/check'
import { duration } from '@/lib/oauth/duration'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidGrant } from '../tokens/invalid-grant'

interface Input {
  /** Retires the token; answers when it had been retired before, or null when it was the active one. */
  retire(): Promise<number | null>
  now: number
}

/** A retired token that comes back means that client and thief hold the same family: nobody can tell which is which. */
export const refreshUnused: Check<Input, AuthorizationServerPolicy> = {
  id: 'refresh-unused',
  rule: 'The refresh token is the newest of its family.',
  cites: ['rfc9700-4.14.2', 'oauth21-4.3.1'],
  reads: ['refresh_tokens.used_at'],
  off: (policy) => !policy.rotateRefreshTokens,
  async test({ retire, now }, { revokeOnRefreshReuse }) {
    const retiredAt = await retire()
    if (retiredAt === null) return passed('used_at = null, and is set from now on')
    const hint = revokeOnRefreshReuse
      ? 'One of the two who used it is a thief, so every token of this grant is revoked and the user has to agree again.'
      : 'The newer token stays good: the policy does not revoke the family.'
    return refused(
      invalidGrant('The refresh token was used before.', this.cites, hint),
      `used_at = ${duration(now - retiredAt)} ago`,
    )
  },
}
