import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { tooManyGuesses } from '../client-authentication/failure'
import { GUESS_LIMIT } from '../guesses'
import type { AuthorizationServerPolicy } from '../policy'

/** A secret that may be guessed without end will be found. */
export const secretGuessesLimited: PromptCheck<{ failures: number; secondsLeft: number }, AuthorizationServerPolicy> = {
  id: 'secret-guesses-limited',
  rule: `At most ${GUESS_LIMIT} failed attempts a minute to authenticate as one client.`,
  cites: ['rfc6749-2.3.1', 'rfc6749-10.10'],
  reads: ['client_id', 'attempts.failures'],
  off: (policy) => !policy.limitGuesses,
  test({ failures, secondsLeft }) {
    const saw = `${failures} failed so far, of ${GUESS_LIMIT}`
    return failures < GUESS_LIMIT ? passed(saw) : refused(tooManyGuesses(secondsLeft), saw)
  },
}
