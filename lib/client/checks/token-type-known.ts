import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { ClientPolicy } from '../policy'
import type { JudgedTokens } from './token-response-valid'

/** The type says how the token has to be presented. Whoever does not know the type must not use the token. */
export const tokenTypeKnown: Check<JudgedTokens, ClientPolicy> = {
  id: 'token-response.token-type',
  rule: 'The application knows how to present a token of this type.',
  cites: ['rfc6749-7', 'rfc6749-5.1', 'rfc9449-5'],
  reads: ['token_type'],
  test: ({ tokens, flaw }, { useDpop }) => {
    const wanted = useDpop ? 'dpop' : 'bearer'
    if (tokens?.token_type === wanted) return passed(`token_type "${wanted}", in any letter case`)
    return refused(
      new OAuthError({
        code: 'server_error',
        description: 'The token is of a type this application cannot use.',
        cites: ['rfc6749-7'],
        status: 502,
        hint: 'Presented as a bearer token, a token of another type would lose the protection its type promises.',
      }),
      flaw?.message ?? `token_type ${JSON.stringify(tokens?.token_type ?? null)}`,
    )
  },
}
