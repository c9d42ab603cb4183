import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { EndpointRequest } from '../endpoint'
import type { AuthorizationServerPolicy } from '../policy'

export const formBody: PromptCheck<Pick<EndpointRequest, 'form' | 'headers'>, AuthorizationServerPolicy> = {
  id: 'form-body',
  rule: 'Parameters come as an application/x-www-form-urlencoded body.',
  cites: ['rfc6749-3.2', 'rfc6749-4.1.3', 'rfc6749-B'],
  reads: ['Content-Type'],
  test({ form, headers }) {
    if (form) return passed(`${form.length} parameters in the body`)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'Send the parameters as application/x-www-form-urlencoded.',
        cites: this.cites,
      }),
      `Content-Type: ${headers.get('content-type') ?? 'missing'}`,
    )
  },
}
