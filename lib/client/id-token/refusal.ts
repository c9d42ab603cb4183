import type { CitationId } from '@/lib/oauth/citations'
import { OAuthError } from '@/lib/oauth/errors'

/** Why the application believes nothing of an ID token, and signs nobody in. */
export function notBelieved(description: string, cites: readonly CitationId[], hint?: string): OAuthError {
  return new OAuthError({ code: 'invalid_token', description, cites, status: 401, ...(hint && { hint }) })
}
