import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { CODE_VERIFIER_SYNTAX, S256_CHALLENGE_SYNTAX } from '@/lib/oauth/pkce'
import type { AuthorizationServerPolicy } from '../policy'

/** What no SHA-256 could have made, no verifier will ever match: better to say so now. */
export const pkceChallengeWellFormed: Check<{ challenge: string; method: string | null }, AuthorizationServerPolicy> = {
  id: 'pkce-challenge-well-formed',
  rule: 'code_challenge is 43 base64url characters (plain: 43 to 128 unreserved ones).',
  cites: ['rfc7636-4.2'],
  reads: ['code_challenge', 'code_challenge_method'],
  off: (policy) => policy.pkce === 'off',
  test({ challenge, method }) {
    const syntax = method === 'S256' ? S256_CHALLENGE_SYNTAX : CODE_VERIFIER_SYNTAX
    const saw = `${method ?? 'plain'}, ${challenge.length} characters`
    if (syntax.test(challenge)) return passed(saw)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'code_challenge does not have the form its method gives it.',
        cites: this.cites,
      }),
      saw,
    )
  },
}
