import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** A verifier without a challenge means that somebody took the challenge out of the request on the way. */
export const verifierExpected: Check<{ verifier: string | null }, AuthorizationServerPolicy> = {
  id: 'verifier-expected',
  rule: 'No code_verifier comes for a code that was asked for without a code_challenge.',
  cites: ['rfc9700-4.8.2', 'rfc9700-2.1.1', 'oauth21-3.2.4'],
  reads: ['code_verifier', 'authorization_codes.code_challenge'],
  off: (policy) => !policy.refuseVerifierWithoutChallenge,
  test({ verifier }) {
    if (verifier === null) return passed('neither challenge nor verifier')
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'code_verifier sent, but the authorization request had no code_challenge.',
        cites: this.cites,
        hint: 'The client did use PKCE: whoever removed the challenge wants to inject a code of their own.',
      }),
      'code_verifier sent, code_challenge = null',
    )
  },
}
