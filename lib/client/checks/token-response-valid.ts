import type { TokenEndpointResponse } from 'oauth4webapi'
import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { ClientPolicy } from '../policy'

/** A successful response of the token endpoint, as oauth4webapi judged it. */
export type JudgedTokens =
  | { tokens: TokenEndpointResponse; flaw: null }
  | { tokens: null; flaw: { in: 'response' | 'token_type'; message: string } }

export const tokenResponseValid: Check<JudgedTokens, ClientPolicy> = {
  id: 'token-response.valid',
  rule: 'The response is JSON with an access token, its type, and an expiry that is a number.',
  cites: ['rfc6749-5.1', 'rfc6749-4.1.4'],
  reads: ['access_token', 'token_type', 'expires_in', 'refresh_token', 'scope'],
  test: ({ tokens, flaw }) => {
    if (flaw?.in === 'response') {
      return refused(
        new OAuthError({
          code: 'server_error',
          description: 'The token response is not what a token response has to be.',
          cites: ['rfc6749-5.1'],
          status: 502,
          hint: 'Nothing of it is kept.',
        }),
        flaw.message,
      )
    }
    return passed(tokens ? Object.keys(tokens).join(', ') : 'An access token and its type.')
  },
}
