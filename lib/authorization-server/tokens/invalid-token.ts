import type { CitationId } from '@/lib/oauth/citations'
import { OAuthError } from '@/lib/oauth/errors'

/** Why a token is not active. Introspection answers `{"active":false}` in its place. */
export function inactive(description: string, cites: readonly CitationId[], hint?: string): OAuthError {
  return new OAuthError({ code: 'invalid_token', description, cites, status: 401, ...(hint && { hint }) })
}
