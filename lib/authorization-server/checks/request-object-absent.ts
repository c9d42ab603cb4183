import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { type Parameters, parameter } from '@/lib/oauth/form'
import type { AuthorizationServerPolicy } from '../policy'

/** A server that skipped these would answer another request than the one that was signed. */
export const requestObjectAbsent: Check<Parameters, AuthorizationServerPolicy> = {
  id: 'request-object-absent',
  rule: 'The request is in its parameters: request and request_uri are not supported.',
  cites: ['oidc-core-6', 'oidc-core-3.1.2.6'],
  reads: ['request', 'request_uri'],
  test(parameters) {
    const sent = (['request', 'request_uri'] as const).find((name) => parameter(parameters, name) !== null)
    if (!sent) return passed('neither was sent')
    return refused(
      new OAuthError({
        code: sent === 'request' ? 'request_not_supported' : 'request_uri_not_supported',
        description: `This server does not read ${sent}: send each parameter by itself.`,
        cites: this.cites,
      }),
      `${sent} was sent`,
    )
  },
}
