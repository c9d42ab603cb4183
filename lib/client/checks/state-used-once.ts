import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { Soon } from '@/lib/oauth/soon'
import type { Claim } from '@/lib/storage/port'
import type { ClientPolicy } from '../policy'

/** The URL stays in the browser's history, so opening it again must lead nowhere. */
export const stateUsedOnce: Check<{ claim: () => Soon<Claim> }, ClientPolicy> = {
  id: 'callback.state-once',
  rule: 'The state is used for the first time.',
  cites: ['rfc9700-2.1', 'rfc9700-4.7', 'rfc9700-4.3.1'],
  reads: ['state', 'used_at'],
  off: (policy) => !policy.checkState,
  test: async ({ claim }) => {
    const claimed = await claim()
    if (claimed === 'claimed') return passed('Not used before; used now.')
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'This answer was used before.',
        cites: ['rfc9700-2.1'],
        hint: 'Each login has a state of its own, and it counts once. Begin a new login.',
      }),
      `The login is ${claimed}.`,
    )
  },
}
