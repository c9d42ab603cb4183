import { type Check, passed, refused } from '@/lib/oauth/check'
import { duration } from '@/lib/oauth/duration'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidGrant } from '../tokens/invalid-grant'

interface Input {
  /** Uses the code up; answers when it had been used before, or null when this is the first time. */
  use(): Promise<number | null>
  now: number
}

/** Two uses of one code mean that two parties have it, and one of them should not. */
export const codeUnused: Check<Input, AuthorizationServerPolicy> = {
  id: 'code-unused',
  rule: 'The code is used for the first time.',
  cites: ['rfc6749-4.1.2', 'rfc6749-10.5', 'oauth21-7.5.2'],
  reads: ['authorization_codes.used_at'],
  off: (policy) => !policy.codeSingleUse,
  async test({ use, now }, { revokeOnCodeReplay }) {
    const usedAt = await use()
    if (usedAt === null) return passed('used_at = null, and is set from now on')
    const hint = revokeOnCodeReplay
      ? 'Everything else about this request was right, so the tokens made from the code are revoked: one of the two callers is a thief.'
      : 'The tokens made from the code stay good: the policy does not revoke them.'
    return refused(
      invalidGrant('The code was used before.', this.cites, hint),
      `used_at = ${duration(now - usedAt)} ago`,
    )
  },
}
