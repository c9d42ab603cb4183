import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/**
 * A client that always sends the same challenge has switched PKCE off without saying so. As far as codes are
 * remembered, that is: a reasonable effort, as the specification asks.
 */
export const pkceChallengeFresh: Check<{ earlierCodes: number }, AuthorizationServerPolicy> = {
  id: 'pkce-challenge-fresh',
  rule: 'No earlier code of this client carries the same code_challenge.',
  cites: ['rfc9700-2.1.1'],
  reads: ['code_challenge', 'authorization_codes.code_challenge'],
  off: (policy) => !policy.refuseReusedChallenge,
  test({ earlierCodes }) {
    if (earlierCodes === 0) return passed('not seen before')
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'This code_challenge was used before: make a new code_verifier for every request.',
        cites: this.cites,
      }),
      `${earlierCodes} earlier code${earlierCodes === 1 ? '' : 's'} with this challenge`,
    )
  },
}
