import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

type Input = { responseMode: string | null; responseType: string; bearsTokens: boolean; supported: readonly string[] }

/** A token in a query string would be sent to servers, logs and the next page's Referer. */
export const responseModeAllowed: Check<Input, AuthorizationServerPolicy> = {
  id: 'response-mode-allowed',
  rule: 'response_mode is known, and never query for a response that bears tokens.',
  cites: ['multiple-response-types-2.1', 'multiple-response-types-3'],
  reads: ['response_mode', 'response_type'],
  test({ responseMode, responseType, bearsTokens, supported }) {
    if (responseMode === null) return passed(`not sent: ${bearsTokens ? 'fragment' : 'query'}`)
    const saw = `${responseMode} for ${responseType}, of ${supported.join(', ')}`
    if (supported.includes(responseMode) && !(bearsTokens && responseMode === 'query')) return passed(saw)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: `response_mode ${responseMode} cannot be used with response_type ${responseType}.`,
        cites: this.cites,
      }),
      saw,
    )
  },
}
