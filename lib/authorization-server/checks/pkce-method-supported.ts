import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** A request that leaves the method out means plain, never S256. */
export const pkceMethodSupported: Check<{ method: string | null }, AuthorizationServerPolicy> = {
  id: 'pkce-method-supported',
  rule: 'code_challenge_method is S256, or plain where the policy still takes it.',
  cites: ['rfc7636-4.3', 'rfc7636-4.4.1', 'rfc9700-2.1.1'],
  reads: ['code_challenge_method'],
  off: (policy) => policy.pkce === 'off',
  test({ method }, { pkcePlain }) {
    const supported = pkcePlain ? ['S256', 'plain'] : ['S256']
    const saw = `${method ?? 'not sent, which means plain'}, of ${supported.join(', ')}`
    if (supported.includes(method ?? 'plain')) return passed(saw)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: `transform algorithm not supported: code_challenge_method must be ${supported.join(' or ')}.`,
        cites: this.cites,
        hint: 'With plain, the challenge is the verifier: whoever reads the request can redeem the code.',
      }),
      saw,
    )
  },
}
