import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { Presented } from '../bearer'
import type { ResourceServerPolicy } from '../policy'

/** Two tokens in one request could be read differently by a proxy and by the drive. */
export const tokenInOnePlace: Check<Presented, ResourceServerPolicy> = {
  id: 'bearer.one-method',
  rule: 'The access token is sent in one way only.',
  cites: ['rfc6750-2', 'rfc6750-3.1'],
  reads: ['authorization', 'access_token'],
  test: (presented) => {
    const used = Object.entries(presented).filter(([, token]) => token !== null)
    const saw = `Sent by: ${used.map(([method]) => method).join(', ')}`
    if (used.length === 1) return passed(saw)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'Send the access token in one way, not in several.',
        cites: ['rfc6750-2'],
        hint: 'Keep the Authorization header and leave access_token out of the body and the URL.',
      }),
      saw,
    )
  },
}
