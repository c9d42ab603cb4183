import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** The challenge ties the code to whoever began: without it a stolen code is as good as an own one. */
export const pkceChallengePresent: Check<{ challenge: string | null }, AuthorizationServerPolicy> = {
  id: 'pkce-challenge-present',
  rule: 'The request carries a code_challenge.',
  cites: ['rfc9700-2.1.1', 'rfc7636-4.4.1'],
  reads: ['code_challenge'],
  off: (policy) => policy.pkce !== 'required',
  test({ challenge }) {
    if (challenge !== null) return passed(`code_challenge of ${challenge.length} characters`)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'code_challenge required: this server wants PKCE from every client.',
        cites: this.cites,
        hint: 'Refused before the user signs in: nothing the user does could make this request safe.',
      }),
      'no code_challenge',
    )
  },
}
