import { type Check, passed, refused } from '@/lib/oauth/check'
import { type Attempts, MOST_FAILURES } from '../client-authentication/attempts'
import { tooManyGuesses } from '../client-authentication/failure'
import type { AuthorizationServerPolicy } from '../policy'

/** Whoever guesses a secret needs many tries. */
export const guessesLimited: Check<Attempts & { now: number }, AuthorizationServerPolicy> = {
  id: 'guesses-limited',
  rule: `After ${MOST_FAILURES} failed attempts a client has to wait.`,
  cites: ['rfc6749-2.3.1', 'rfc6749-10.10'],
  reads: ['client_id', 'attempts.failures'],
  off: (policy) => !policy.limitGuesses,
  test({ failures, forgottenAt, now }) {
    const saw = `${failures} failures of at most ${MOST_FAILURES}`
    if (failures < MOST_FAILURES) return passed(saw)
    return refused(tooManyGuesses(Math.ceil((forgottenAt - now) / 1000)), saw)
  },
}
