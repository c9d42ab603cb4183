import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

export const registrationJson: Check<{ metadata: unknown; mediaType: string | null }, AuthorizationServerPolicy> = {
  id: 'registration-json',
  rule: 'Client metadata comes as a JSON object.',
  cites: ['rfc7591-3.1'],
  reads: ['Content-Type', 'body'],
  test({ metadata, mediaType }) {
    if (metadata !== null) return passed(`a JSON object, ${mediaType}`)
    return refused(
      new OAuthError({
        code: 'invalid_client_metadata',
        description: 'Send the client metadata as one JSON object, with Content-Type: application/json.',
        cites: this.cites,
      }),
      `Content-Type: ${mediaType ?? 'missing'}, no JSON object`,
    )
  },
}
