import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { type Parameters, parameter } from '@/lib/oauth/form'
import type { AuthorizationServerPolicy } from '../policy'

/** A reference to a reference could lead in circles, or to a request that somebody else pushed. */
export const pushSelfContained: Check<Parameters, AuthorizationServerPolicy> = {
  id: 'push-self-contained',
  rule: 'What is pushed is a request, not a reference to one.',
  cites: ['rfc9126-2.1'],
  reads: ['request_uri'],
  test(parameters) {
    if (parameter(parameters, 'request_uri') === null) return passed('no request_uri')
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'request_uri must not be pushed: send the parameters themselves.',
        cites: this.cites,
      }),
      'request_uri was sent',
    )
  },
}
