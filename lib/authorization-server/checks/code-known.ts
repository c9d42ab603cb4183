import { type Check, passed, refused } from '@/lib/oauth/check'
import type { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { AuthorizationCode } from '../tables'
import { invalidGrant } from '../tokens/invalid-grant'

export const codeKnown: Check<{ code: AuthorizationCode | null }, AuthorizationServerPolicy> = {
  id: 'code-known',
  rule: 'This server made the code.',
  cites: ['rfc6749-4.1.3', 'rfc6749-5.2', 'rfc6749-10.10'],
  reads: ['code', 'authorization_codes.key'],
  test({ code }) {
    if (code) return passed(`found by its key, made for ${code.client_id}`)
    return refused(unknownCode(), 'no such code in the store')
  },
}

export function unknownCode(): OAuthError {
  return invalidGrant('The code is not known here.', ['rfc6749-5.2'], 'Codes that expired are forgotten after a while.')
}
