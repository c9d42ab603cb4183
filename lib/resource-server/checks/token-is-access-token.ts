import { type Check, passed, refused } from '@/lib/oauth/check'
import type { ResourceServerPolicy } from '../policy'
import { invalidToken } from './invalid-token'

const KNOWN = ['bearer', 'dpop']

/** A refresh token is active too. Only an access token has a type by which it is presented. */
export const tokenIsAccessToken: Check<{ claims: Record<string, unknown> }, ResourceServerPolicy> = {
  id: 'introspection.access-token',
  rule: 'What was presented is an access token, of a type known here.',
  cites: ['rfc7662-2.2', 'rfc6749-1.5', 'rfc9449-6.2'],
  reads: ['token_type'],
  test: ({ claims }) => {
    const saw = `token_type ${JSON.stringify(claims.token_type ?? null)}, wanted ${KNOWN.join(' or ')}`
    if (KNOWN.includes(String(claims.token_type).toLowerCase())) return passed(saw)
    return refused(
      invalidToken(
        'What was presented is not an access token.',
        ['rfc6749-1.5'],
        'A refresh token is meant for the authorization server and is never sent to a resource server.',
      ),
      saw,
    )
  },
}
