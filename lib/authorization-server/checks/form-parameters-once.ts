import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { type Parameters, repeatedParameters } from '@/lib/oauth/form'
import type { AuthorizationServerPolicy } from '../policy'

/** Of two values one server reads the first and the next one the last; attackers live in between. */
export const formParametersOnce: PromptCheck<Parameters, AuthorizationServerPolicy> = {
  id: 'form-parameters-once',
  rule: 'No parameter is sent more than once.',
  cites: ['rfc6749-3.2', 'rfc8707-2'],
  reads: ['every parameter'],
  off: (policy) => !policy.refuseRepeatedParameters,
  test(form) {
    const repeated = repeatedParameters(form, ['resource', 'audience'])
    if (repeated.length === 0) return passed(`${form.length} parameters, each once`)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: `Sent more than once: ${repeated.join(', ')}.`,
        cites: this.cites,
      }),
      `${repeated.join(', ')} repeated`,
    )
  },
}
