import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { type Parameters, repeatedParameters } from '@/lib/oauth/form'
import type { AuthorizationServerPolicy } from '../policy'

/** Two readers of one request could each take another of the two values: then nobody knows where an answer may go. */
export const clientAndRedirectUriOnce: Check<Parameters, AuthorizationServerPolicy> = {
  id: 'client-and-redirect-uri-once',
  rule: 'client_id and redirect_uri are each sent at most once.',
  cites: ['rfc6749-3.1', 'rfc6749-4.1.2.1'],
  reads: ['client_id', 'redirect_uri'],
  off: (policy) => !policy.refuseRepeatedParameters,
  test(parameters) {
    const twice = repeatedParameters(parameters).filter((name) => name === 'client_id' || name === 'redirect_uri')
    if (twice.length === 0) return passed('each at most once')
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: `The request names ${twice.join(' and ')} more than once.`,
        cites: this.cites,
        hint: 'A proxy that reads the first value and a server that reads the last one disagree about who is asking.',
      }),
      `${twice.join(' and ')} sent more than once`,
    )
  },
}
