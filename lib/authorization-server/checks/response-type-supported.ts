import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** Values are case sensitive, and the order of a value's words does not matter. */
export const responseTypeSupported: Check<
  { responseType: string | null; supported: readonly string[] },
  AuthorizationServerPolicy
> = {
  id: 'response-type-supported',
  rule: 'response_type is one this server can answer.',
  cites: ['rfc6749-3.1.1', 'multiple-response-types-3', 'rfc6749-4.1.2.1'],
  reads: ['response_type'],
  test({ responseType, supported }) {
    const saw = `${responseType ?? 'nothing'}, of ${supported.join(', ')}`
    if (responseType !== null && supported.includes(responseType)) return passed(saw)
    return refused(unsupportedResponseType(supported), saw)
  },
}

export function unsupportedResponseType(supported: readonly string[]): OAuthError {
  return new OAuthError({
    code: 'unsupported_response_type',
    description: `This server answers response_type ${supported.join(', ')} only.`,
    cites: ['rfc6749-4.1.2.1'],
  })
}
