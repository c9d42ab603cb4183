import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** Clients that may register themselves in one lab. */
export const MOST_REGISTRATIONS = 50

/** An endpoint open to everybody is open to whoever wants to fill the disk. */
export const registrationsLimited: Check<{ registered: number }, AuthorizationServerPolicy> = {
  id: 'registrations-limited',
  rule: `At most ${MOST_REGISTRATIONS} clients register themselves in one lab.`,
  cites: ['rfc7591-3', 'rfc7591-5'],
  reads: ['clients.trusted'],
  test({ registered }) {
    const saw = `${registered} of ${MOST_REGISTRATIONS}`
    if (registered < MOST_REGISTRATIONS) return passed(saw)
    return refused(
      new OAuthError({
        code: 'temporarily_unavailable',
        description: `This lab already has ${MOST_REGISTRATIONS} self-registered clients. Start a new lab.`,
        cites: this.cites,
        status: 429,
      }),
      saw,
    )
  },
}
