import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { GUESS_LIMIT } from '../guesses'
import type { AuthorizationServerPolicy } from '../policy'

/** Eight letters can be typed by a person, and so they could be guessed by a program. */
export const userCodeGuessesLimited: Check<{ failures: number; secondsLeft: number }, AuthorizationServerPolicy> = {
  id: 'user-code-guesses-limited',
  rule: `At most ${GUESS_LIMIT} wrong user codes a minute.`,
  cites: ['rfc8628-5.1', 'rfc8628-6.1'],
  reads: ['user_code', 'attempts.failures'],
  off: (policy) => !policy.limitGuesses,
  test({ failures, secondsLeft }) {
    const saw = `${failures} wrong so far, of ${GUESS_LIMIT}`
    if (failures < GUESS_LIMIT) return passed(saw)
    return refused(
      new OAuthError({
        code: 'access_denied',
        description: `Too many wrong codes. Wait ${secondsLeft} seconds and try again.`,
        cites: this.cites,
        status: 429,
        headers: { 'retry-after': String(secondsLeft) },
      }),
      saw,
    )
  },
}
