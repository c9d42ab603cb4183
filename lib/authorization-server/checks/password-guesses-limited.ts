import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { GUESS_LIMIT } from '../guesses'
import type { AuthorizationServerPolicy } from '../policy'

/** Passwords are short enough to guess: what stops a guesser is that every few guesses cost a minute. */
export const passwordGuessesLimited: Check<{ failures: number; secondsLeft: number }, AuthorizationServerPolicy> = {
  id: 'password-guesses-limited',
  rule: `At most ${GUESS_LIMIT} wrong passwords a minute for one user.`,
  cites: ['rfc6749-10.10'],
  reads: ['username', 'attempts.failures'],
  off: (policy) => !policy.limitGuesses,
  test({ failures, secondsLeft }) {
    const saw = `${failures} wrong so far, of ${GUESS_LIMIT}`
    if (failures < GUESS_LIMIT) return passed(saw)
    return refused(
      new OAuthError({
        code: 'access_denied',
        description: `Too many wrong passwords. Wait ${secondsLeft} seconds and try again.`,
        cites: this.cites,
        status: 429,
        headers: { 'retry-after': String(secondsLeft) },
      }),
      saw,
    )
  },
}
