import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { ResourceServerPolicy } from '../policy'

/** `b64token` (RFC 6750, section 2.1). A header sent twice arrives joined by a comma and fails here. */
const TOKEN_SYNTAX = /^[A-Za-z0-9\-._~+/]+=*$/

export const tokenWellFormed: Check<{ token: string }, ResourceServerPolicy> = {
  id: 'bearer.well-formed',
  rule: 'The credentials are one token of the permitted characters.',
  cites: ['rfc6750-2.1', 'rfc6750-3.1'],
  reads: ['authorization', 'access_token'],
  test: ({ token }) => {
    if (TOKEN_SYNTAX.test(token)) return passed(`${token.length} characters of the b64token alphabet.`)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'The credentials are malformed: one token is expected after Bearer.',
        cites: ['rfc6750-2.1'],
        hint: 'Allowed are letters, digits and - . _ ~ + / with = at the end. A comma means the header was sent twice.',
      }),
      token === '' ? 'Nothing follows Bearer.' : 'Characters that no token may contain.',
    )
  },
}
