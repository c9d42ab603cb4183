import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** Whoever reads the address reads the token, and nothing ties it to the client it was made for. */
export const noTokenInRedirect: Check<{ responseType: string }, AuthorizationServerPolicy> = {
  id: 'no-token-in-redirect',
  rule: 'No access token is issued in the authorization response.',
  cites: ['rfc9700-2.1.2', 'rfc10017-7.2'],
  reads: ['response_type'],
  off: (policy) => policy.implicit,
  test({ responseType }) {
    const saw = `response_type=${responseType}`
    if (!responseType.split(' ').includes('token')) return passed(saw)
    return refused(
      new OAuthError({
        code: 'unsupported_response_type',
        description:
          'This server sends no access token through the browser. Use response_type=code with PKCE instead of the implicit grant.',
        cites: this.cites,
        hint: 'The switch is implicit. The presets permissive and rfc6749 leave it on, bcp and oauth21 turn it off.',
      }),
      saw,
    )
  },
}
