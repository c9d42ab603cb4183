import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** Requests of one client that may wait at a time. */
export const PUSH_LIMIT = 100

/** Each push takes room until it is used or expires: nobody may fill the server up. */
export const pushesLimited: Check<{ waiting: number }, AuthorizationServerPolicy> = {
  id: 'pushes-limited',
  rule: `At most ${PUSH_LIMIT} requests of a client wait to be used.`,
  cites: ['rfc9126-2.3'],
  reads: ['pushed_requests'],
  off: (policy) => !policy.limitGuesses,
  test({ waiting }) {
    if (waiting < PUSH_LIMIT) return passed(`${waiting} are waiting`)
    return refused(
      new OAuthError({
        code: 'temporarily_unavailable',
        description: 'Too many pushed requests of this client are waiting. Use them, or try again in a minute.',
        cites: this.cites,
        status: 429,
        headers: { 'retry-after': '60' },
      }),
      `${waiting} are waiting`,
    )
  },
}
