import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { type Parameters, repeatedParameters } from '@/lib/oauth/form'
import type { ClientPolicy } from '../policy'

/** Two codes or two states in one response: whoever reads the first may be fooled by the second. */
export const responseParametersOnce: Check<{ parameters: Parameters }, ClientPolicy> = {
  id: 'callback.parameters-once',
  rule: 'No parameter of the authorization response is repeated.',
  cites: ['rfc6749-3.1', 'rfc6749-4.1.2'],
  reads: ['code', 'state', 'iss', 'error'],
  test: ({ parameters }) => {
    const repeated = repeatedParameters(parameters)
    if (repeated.length === 0) return passed(`${parameters.map(([name]) => name).join(', ') || 'No parameters'}, once.`)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: `The answer that came back repeats ${repeated.join(', ')}.`,
        cites: ['rfc6749-3.1'],
        hint: 'Parameters of requests and responses must not occur more than once.',
      }),
      `Repeated: ${repeated.join(', ')}`,
    )
  },
}
