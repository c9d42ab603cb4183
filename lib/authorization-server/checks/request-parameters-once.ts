import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { type Parameters, repeatedParameters } from '@/lib/oauth/form'
import type { AuthorizationServerPolicy } from '../policy'

/** A repeated parameter means two things at once; only `resource` may name several (RFC 8707, section 2). */
export const requestParametersOnce: Check<Parameters, AuthorizationServerPolicy> = {
  id: 'request-parameters-once',
  rule: 'No parameter of the authorization request is sent more than once.',
  cites: ['rfc6749-3.1', 'rfc8707-2'],
  reads: ['every parameter'],
  off: (policy) => !policy.refuseRepeatedParameters,
  test(parameters) {
    const repeated = repeatedParameters(parameters, ['resource'])
    if (repeated.length === 0) return passed(`${parameters.length} parameters, each once`)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: `The request repeats ${repeated.join(', ')}.`,
        cites: this.cites,
      }),
      `${repeated.join(', ')} sent more than once`,
    )
  },
}
