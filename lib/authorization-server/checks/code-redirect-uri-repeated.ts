import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import type { AuthorizationCode } from '../tables'
import { invalidGrant } from '../tokens/invalid-grant'

type Input = { code: AuthorizationCode; sent: string | null }

/** Shows a code that was sent elsewhere: an honest client names the URI it received the code at. */
export const codeRedirectUriRepeated: Check<Input, AuthorizationServerPolicy> = {
  id: 'code-redirect-uri-repeated',
  rule: 'redirect_uri is the one of the authorization request.',
  cites: ['rfc6749-4.1.3', 'rfc6749-10.6', 'oauth21-10.2'],
  reads: ['redirect_uri', 'authorization_codes.redirect_uri'],
  off: (policy) => policy.codeBoundToRedirectUri === 'off',
  test({ code, sent }, { codeBoundToRedirectUri }) {
    if (sent === null) {
      const needed = code.redirect_uri_sent && codeBoundToRedirectUri === 'required'
      if (!needed) return passed('not sent, and not needed')
      const description = 'redirect_uri is missing: the authorization request had one, so this request repeats it.'
      return refused(invalidGrant(description, this.cites), `missing ≠ ${code.redirect_uri}`)
    }
    if (sent === code.redirect_uri) return passed(`${sent} = ${code.redirect_uri}`)
    return refused(
      invalidGrant('redirect_uri is not the one the code was sent to.', this.cites, 'Every character counts.'),
      `${sent} ≠ ${code.redirect_uri}`,
    )
  },
}
