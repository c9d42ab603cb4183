import type { CitationId } from '@/lib/oauth/citations'
import { OAuthError } from '@/lib/oauth/errors'

/** RFC 8693, section 3. */
export const ACCESS_TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:access_token'

/** A subject or actor token that is not good is an `invalid_request`, not an `invalid_grant` (RFC 8693, section 2.2.2). */
export function invalidExchange(description: string, cites: readonly CitationId[], hint?: string): OAuthError {
  return new OAuthError({ code: 'invalid_request', description, cites, ...(hint && { hint }) })
}
