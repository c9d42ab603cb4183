import { type Check, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { GUESS_LIMIT } from '../guesses'
import type { AuthorizationServerPolicy } from '../policy'
import { passwordGuessesLimited } from './password-guesses-limited'

/** The login page and this grant count the same guesses: a guesser must not get a second allowance here. */
export const ownerGuessesLimited: Check<{ failures: number; secondsLeft: number }, AuthorizationServerPolicy> = {
  id: 'owner-guesses-limited',
  rule: `At most ${GUESS_LIMIT} wrong passwords a minute for one user, at the login page and here together.`,
  cites: ['rfc6749-4.3.2', 'rfc6749-10.10'],
  reads: passwordGuessesLimited.reads,
  off: (policy) => !policy.limitGuesses,
  async test(input, policy) {
    const finding = await passwordGuessesLimited.test(input, policy)
    if (finding.ok) return finding
    const { description, status, headers } = finding.error
    return refused(
      new OAuthError({ code: 'invalid_grant', description, status, headers, cites: this.cites }),
      finding.saw,
    )
  },
}
