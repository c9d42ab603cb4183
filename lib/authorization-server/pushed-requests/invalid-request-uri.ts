import type { CitationId } from '@/lib/oauth/citations'
import { OAuthError } from '@/lib/oauth/errors'

/** The reference is not good, so nothing else in the request is believed: the user is told, nobody is redirected. */
export function invalidRequestUri(description: string, cites: readonly CitationId[]): OAuthError {
  return new OAuthError({ code: 'invalid_request_uri', description, cites })
}
