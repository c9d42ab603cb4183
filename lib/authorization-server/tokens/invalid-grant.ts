import type { CitationId } from '@/lib/oauth/citations'
import { OAuthError } from '@/lib/oauth/errors'

/** `invalid_grant`: what was offered for a token is not good, or not for this client (RFC 6749, section 5.2). */
export function invalidGrant(description: string, cites: readonly CitationId[], hint?: string): OAuthError {
  return new OAuthError({ code: 'invalid_grant', description, cites, ...(hint && { hint }) })
}
