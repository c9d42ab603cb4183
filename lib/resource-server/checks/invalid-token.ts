import type { CitationId } from '@/lib/oauth/citations'
import { OAuthError } from '@/lib/oauth/errors'

/** The refusal of a token that is expired, revoked, malformed or otherwise not valid (RFC 6750, section 3.1). */
export function invalidToken(description: string, cites: readonly CitationId[], hint: string): OAuthError {
  return new OAuthError({
    code: 'invalid_token',
    description,
    cites,
    status: 401,
    hint,
  })
}
